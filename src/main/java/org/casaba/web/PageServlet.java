package org.casaba.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.casaba.iiif.IllegalRequestException;

/** Shows the landing page at the context's root, and any image below {@code /viewer/}. */
public final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String VIEWER = "/viewer/";

  /**
   * Everything comes from this server. The hash allows the one style element that OpenSeadragon
   * 6.1.1 adds to a page.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'self';"
          + " style-src 'self' 'sha256-9xTiqzfwFaL2SGb1rmr8gysEwVVjIvqWAgmZgqFqpEE='";

  private transient Optional<Pages> pages = Optional.empty();

  @Override
  public void init() throws ServletException {
    try {
      pages = Optional.of(Pages.read(getServletContext()));
    } catch (IOException e) {
      throw new ServletException("The page templates cannot be read", e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Not the servlet's decoded path: an encoded slash in an identifier is not a plain one.
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Optional<PageSettings> settings = CurrentSite.of(getServletContext()).get().map(Site::pages);
    if (settings.isEmpty()) {
      Problems.send(Problem.of(503, "There is no working configuration."), request, response);
    } else if (path.equals("/viewer") || path.equals(VIEWER)) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", path.equals(VIEWER) ? "../" : "./");
    } else if (path.startsWith(VIEWER)) {
      sendViewer(path.substring(VIEWER.length()), request, response);
    } else {
      send(pages.orElseThrow().landing(settings.get()), response);
    }
  }

  private void sendViewer(String image, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      send(pages.orElseThrow().viewer(image, RawPath.decode(image)), response);
    } catch (IllegalRequestException e) {
      Problems.send(Problem.of(400, String.valueOf(e.getMessage())), request, response);
    }
  }

  private static void send(String page, HttpServletResponse response) throws IOException {
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.length);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.getOutputStream().write(body);
  }
}
