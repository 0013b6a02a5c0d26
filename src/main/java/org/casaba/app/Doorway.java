package org.casaba.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every request passes on its way in and out. As long as there is no application, pages are
 * answered with an explanation; {@code /iiif} and {@code /health} have their own for that.
 */
final class Doorway implements Filter {
  private final Succession succession;
  private final RequestsUnderway requests;

  Doorway(Succession succession, RequestsUnderway requests) {
    this.succession = succession;
    this.requests = requests;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long number = requests.enter();
    try {
      if (succession.hasBegun()
          || explainsItself(((HttpServletRequest) request).getServletPath())) {
        chain.doFilter(request, response);
      } else {
        explain((HttpServletResponse) response);
      }
    } finally {
      requests.leave(number);
    }
  }

  private static boolean explainsItself(String path) {
    return path.equals("/iiif") || path.equals("/health") || path.startsWith("/health/");
  }

  private static void explain(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Retry-After", "10");
    response
        .getWriter()
        .write("Casaba's configuration has mistakes; the server's log lists them.\n");
  }
}
