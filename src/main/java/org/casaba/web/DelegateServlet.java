package org.casaba.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets administrators try out the rules of access, at {@code /admin/delegate}. */
public final class DelegateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_FIELD = 20_000;

  private transient Optional<DelegatePages> pages = Optional.empty();

  @Override
  public void init() throws ServletException {
    try {
      pages = Optional.of(DelegatePages.read(getServletContext()));
    } catch (IOException e) {
      throw new ServletException("The page templates cannot be read", e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(request, "", response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    Site site = site();
    String result = site.desk().map(d -> result(site, d, request)).orElse("");
    send(request, result, response);
  }

  private String result(Site site, DelegateDesk desk, HttpServletRequest request) {
    DelegatePages page = pages.orElseThrow();
    if (field(request, "action").equals("cases")) {
      return desk.cases().map(c -> page.failures(c.run(desk.dryRun()))).orElse("");
    }
    try {
      DryRunRequest asked =
          DryRunRequest.of(
              DryRunTarget.at(site.publicUri().of(request), field(request, "url").strip()),
              field(request, "ip"),
              field(request, "headers").lines().filter(l -> !l.isBlank()).toList(),
              field(request, "size"));
      return page.report(desk.dryRun().of(asked));
    } catch (IllegalArgumentException e) {
      return page.items("That cannot be tried", List.of(String.valueOf(e.getMessage())));
    }
  }

  private void send(HttpServletRequest request, String result, HttpServletResponse response)
      throws IOException {
    Site site = site();
    Map<String, String> written =
        Map.of(
            "url", field(request, "url"),
            "ip", field(request, "ip"),
            "headers", field(request, "headers"),
            "size", field(request, "size"));
    String page = pages.orElseThrow().desk(site.pages().version(), site.desk(), written, result);
    AdminPage.send(200, "text/html", page, response);
  }

  /** There is one: the filter has let nobody through while there is none. */
  private Site site() {
    return CurrentSite.of(getServletContext()).get().orElseThrow();
  }

  private static String field(HttpServletRequest request, String name) {
    String text = Optional.ofNullable(request.getParameter(name)).orElse("");
    return text.substring(0, Math.min(text.length(), LONGEST_FIELD));
  }
}
