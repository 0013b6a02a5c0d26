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
    switch (form(request)) {
      case PAGE -> {
        String result = page.orElseThrow().result("That cannot be purged", List.of(mistake));
        send(400, request, result, response);
      }
      case TEXT -> AdminPage.send(400, "text/plain", mistake + "\n", response);
      case JSON -> AdminPage.send(400, "application/json", PurgeReport.refusal(mistake), response);
    }
  }

  private void answer(PurgeReport report, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (form(request)) {
      case PAGE -> {
        String title = report.status() == 200 ? "Done" : "Not all is done";
        String result = page.orElseThrow().result(title, report.sentences());
        send(report.status(), request, result, response);
      }
      case TEXT -> {
        String text = String.join("\n", report.sentences()) + "\n";
        AdminPage.send(report.status(), "text/plain", text, response);
      }
      case JSON -> AdminPage.send(report.status(), "application/json", report.json(), response);
    }
  }

  /** What an answer is. */
  private enum Form {
    PAGE,
    TEXT,
    JSON
  }

  private static Form form(HttpServletRequest request) {
    MediaRanges accepted =
        new MediaRanges(Optional.ofNullable(request.getHeader("Accept")).orElse(""));
    if (accepted.explicit("text/html") > 0) {
      return Form.PAGE;
    }
    return accepted.explicit("text/plain") > accepted.explicit("application/json")
        ? Form.TEXT
        : Form.JSON;
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
