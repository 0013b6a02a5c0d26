package org.casaba.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casaba.delegate.DelegateStatus;

/** Shows administrators how the server is, at {@code /admin/} and {@code /admin/status}. */
public final class StatusServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private transient Optional<StatusPages> pages = Optional.empty();

  @Override
  public void init() throws ServletException {
    try {
      pages = Optional.of(StatusPages.read(getServletContext()));
    } catch (IOException e) {
      throw new ServletException("The page templates cannot be read", e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getRequestURI().endsWith("/admin")) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "admin/");
      return;
    }
    // There is one: the filter has let nobody through while there is none.
    Site site = CurrentSite.of(getServletContext()).get().orElseThrow();
    boolean refreshed = request.getParameter("refresh") != null;
    String page = pages.orElseThrow().status(site, facts(site), refreshed);
    AdminPage.send(HttpServletResponse.SC_OK, "text/html", page, response);
  }

  private static Map<String, String> facts(Site site) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "Script",
        site.desk()
            .map(d -> described(d.dryRun().delegate().status()))
            .orElse("none: everybody may see everything"));
    facts.put("Version", site.pages().version());
    facts.put("Java has run for", time(ManagementFactory.getRuntimeMXBean().getUptime()));
    facts.put("Java", Runtime.version() + " on " + processors());
    facts.putAll(site.particulars().libraries());
    facts.putAll(site.particulars().places().get());
    return facts;
  }

  private static String processors() {
    int processors = Runtime.getRuntime().availableProcessors();
    return processors == 1 ? "one processor" : processors + " processors";
  }

  private static String described(DelegateStatus status) {
    return status.script()
        + status
            .problem()
            .map(p -> ": " + p)
            .orElse(status.loaded().isEmpty() ? ", loading" : ", in force");
  }

  private static String time(long millis) {
    Duration time = Duration.ofMillis(millis);
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    if (time.toHours() > 1) {
      return time.toHours() + " hours";
    }
    return time.toMinutes() == 1 ? "one minute" : time.toMinutes() + " minutes";
  }
}
