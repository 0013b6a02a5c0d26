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

/**
 * Tells at {@code /health}, and {@code /health/ready}, whether the server is well: 200 with {@code
 * ok}, or with {@code degraded} and what is wrong while requests are answered nevertheless; 503
 * with {@code problem}.
 */
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** With buffers of its own: in threads of the container they would outlive the application. */
  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder().recyclerPool(JsonRecyclerPools.newConcurrentDequePool()).build());

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<HealthCheck> troubled =
        CurrentSite.of(getServletContext())
            .get()
            .map(s -> s.checks().stream().filter(c -> c.problem().isPresent()).toList())
            .orElse(
                List.of(() -> Optional.of("the configuration has mistakes; the log lists them")));
    boolean answers = troubled.stream().allMatch(HealthCheck::answers);
    response.setStatus(answers ? 200 : 503);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().write(json.writeValueAsString(health(troubled, answers)));
  }

  private static Map<String, Object> health(List<HealthCheck> troubled, boolean answers) {
    List<String> problems =
        troubled.stream().map(HealthCheck::problem).flatMap(Optional::stream).toList();
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", troubled.isEmpty() ? "ok" : answers ? "degraded" : "problem");
    if (!problems.isEmpty()) {
      health.put("problems", problems);
    }
    return health;
  }
}
