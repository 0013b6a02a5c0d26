package org.casaba.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.metrics.HealthCheck;

/** Tells at {@code /health} whether the server is well: 200, or 503 with what is wrong. */
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** With buffers of its own: in threads of the container they would outlive the application. */
  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder().recyclerPool(JsonRecyclerPools.newConcurrentDequePool()).build());

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<String> problems =
        CurrentSite.of(getServletContext())
            .get()
            .map(s ->
                s.checks().stream().map(HealthCheck::problem).flatMap(Optional::stream).toList())
            .orElse(List.of("the configuration has mistakes; the log lists them"));
    response.setStatus(problems.isEmpty() ? 200 : 503);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().write(json.writeValueAsString(health(problems)));
  }

  private static Map<String, Object> health(List<String> problems) {
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", problems.isEmpty() ? "ok" : "problem");
    if (!problems.isEmpty()) {
      health.put("problems", problems);
    }
    return health;
  }
}
