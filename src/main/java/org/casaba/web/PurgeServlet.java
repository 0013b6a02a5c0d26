package org.casaba.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.service.PurgeOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets administrators purge what has been kept, at {@code /admin/purge}: browsers get a page,
 * others JSON, or text if they ask for that.
 */
public final class PurgeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PurgeServlet.class);
  private static final String ALLOWED = "GET, HEAD, POST";

  private transient Optional<PurgePage> page = Optional.empty();

  @Override
  public void init() throws ServletException {
    try {
      page = Optional.of(PurgePage.read(getServletContext()));
    } catch (IOException e) {
      throw new ServletException("The page templates cannot be read", e);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> send(200, request, "", response);
      case "POST" -> purge(request, response);
      default -> {
        response.setHeader("Allow", ALLOWED);
        Problems.send(Problem.of(405, "Purging is asked for with POST."), request, response);
      }
    }
  }

  private void purge(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PurgeOrder order;
    try {
      order = PurgeFields.read(request);
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()), request, response);
      return;
    }
    PurgeReport report = new PurgeReport(order, site().purging().carryOut(order));
    String sentences = String.join(" ", report.sentences());
    LOG.info("{}", sentences);
    answer(report, request, response);
  }

  private void refuse(String mistake, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (accepted(request).explicit("text/html") > 0) {
      String result = page.orElseThrow().result("That cannot be purged", List.of(mistake));
      send(400, request, result, response);
    } else {
      Problems.send(Problem.of(400, mistake), request, response);
    }
  }

  private void answer(PurgeReport report, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MediaRanges accepted = accepted(request);
    if (accepted.explicit("text/html") > 0) {
      String title = report.status() == 200 ? "Done" : "Not all is done";
      String result = page.orElseThrow().result(title, report.sentences());
      send(report.status(), request, result, response);
    } else if (accepted.explicit("text/plain") > accepted.explicit("application/json")) {
      String text = String.join("\n", report.sentences()) + "\n";
      AdminPage.send(report.status(), "text/plain", text, response);
    } else {
      AdminPage.send(report.status(), "application/json", report.json(), response);
    }
  }

  private static MediaRanges accepted(HttpServletRequest request) {
    return new MediaRanges(Optional.ofNullable(request.getHeader("Accept")).orElse(""));
  }

  private void send(
      int status, HttpServletRequest request, String result, HttpServletResponse response)
      throws IOException {
    Map<String, String> values =
        Map.of(
            "version", site().pages().version(),
            "identifier", PurgeFields.identifier(request),
            "result", result);
    AdminPage.send(status, "text/html", page.orElseThrow().fill(values), response);
  }

  /** There is one: the filter has let nobody through while there is none. */
  private Site site() {
    return CurrentSite.of(getServletContext()).get().orElseThrow();
  }
}
