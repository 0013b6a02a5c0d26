package org.casaba.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells at {@code /metrics} what the server does, in Prometheus' text format, to those whose
 * networks may know.
 */
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Site> site = CurrentSite.of(getServletContext()).get();
    if (site.isEmpty()) {
      Problem mistakes =
          Problem.of(503, "The configuration has mistakes; the server's log lists them.");
      Problems.send(mistakes, request, response);
    } else if (!mayRead(site.get(), request)) {
      Problem refused = Problem.of(403, "Figures are for the networks in metrics.allowed.");
      Problems.send(refused, request, response);
    } else {
      send(site.get(), request, response);
    }
  }

  private static boolean mayRead(Site site, HttpServletRequest request) {
    Networks allowed = new Networks(site.told().allowed());
    return site.clientAddress().of(request).filter(allowed::contain).isPresent();
  }

  private static void send(Site site, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> text = site.metrics().text();
    if (text.isEmpty()) {
      Problems.send(Problem.of(404, "There is nothing here."), request, response);
      return;
    }
    byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain;version=0.0.4;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
