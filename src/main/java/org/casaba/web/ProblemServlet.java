package org.casaba.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers what the container refuses by itself, such as files that are not there and methods that a
 * servlet does not have: in the same words as everything else, and kept by nobody.
 */
public final class ProblemServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return; // an answer has broken off, and the container ends the connection
    }
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer refused
            ? refused
            : HttpServletResponse.SC_NOT_FOUND; // somebody has asked for this very page
    Problems.send(Problem.of(status, message(status)), request, response);
  }

  private static String message(int status) {
    return switch (status) {
      case HttpServletResponse.SC_FORBIDDEN, HttpServletResponse.SC_NOT_FOUND ->
          "There is nothing here.";
      case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "This is not asked for in that way.";
      case HttpServletResponse.SC_INTERNAL_SERVER_ERROR ->
          "Something went wrong inside the server.";
      default -> "This cannot be answered.";
    };
  }
}
