package org.casaba.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.casaba.metrics.Metrics.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of what has been counted. */
final class PrometheusMetricsTest {
  private final PrometheusMetrics metrics = new PrometheusMetrics(InstantSource.system());

  @AfterEach
  void close() {
    metrics.close();
  }

  private static Asked asked(Kind kind) {
    return new Asked(kind, "/iiif/3/x", "x");
  }

  private PrometheusText text() {
    return PrometheusText.parse(metrics.text().orElseThrow());
  }

  @Test
  void requestsAreCountedByKindAndStatus() {
    metrics.answered(asked(Kind.IMAGE), 200, Duration.ofMillis(3), Course.NONE);
    metrics.answered(asked(Kind.IMAGE), 200, Duration.ofMillis(30), Course.NONE);
    metrics.answered(asked(Kind.INFORMATION), 404, Duration.ofMillis(3), Course.NONE);
    PrometheusText text = text();
    assertEquals(2, text.get("casaba_requests_total{kind=\"image\",status=\"200\"}"));
    assertEquals(1, text.get("casaba_requests_total{kind=\"information\",status=\"404\"}"));
    assertEquals(2, text.get("casaba_request_duration_seconds_count{kind=\"image\"}"));
    assertEquals(0.033, text.get("casaba_request_duration_seconds_sum{kind=\"image\"}"), 1e-9);
    assertEquals(
        1, text.get("casaba_request_duration_seconds_bucket{kind=\"image\",le=\"0.005\"}"));
    assertEquals(2, text.get("casaba_request_duration_seconds_bucket{kind=\"image\",le=\"+Inf\"}"));
  }

  @Test
  void stagesAndWaysAreThoseOfTheCourse() {
    Course course = metrics.begin();
    course.enter(Stage.SOURCE);
    course.enter(Stage.DECODE);
    course.enter(null);
    course.by(Way.RENDER);
    metrics.answered(asked(Kind.IMAGE), 200, Duration.ofMillis(1), course);
    PrometheusText text = text();
    assertEquals(1, text.get("casaba_pictures_total{way=\"render\"}"));
    assertEquals(0, text.get("casaba_pictures_total{way=\"copy\"}"));
    assertEquals(1, text.get("casaba_stage_seconds_count{stage=\"decode\"}"));
    assertEquals(
        course.nanos(Stage.DECODE) / 1e9,
        text.get("casaba_stage_seconds_sum{stage=\"decode\"}"),
        1e-12);
    assertEquals(0, text.get("casaba_stage_seconds_count{stage=\"encode\"}"));
  }

  @Test
  void whatIsNoStatusOfHttpIsOneLabelForAll() {
    for (int status = 600; status < 700; status++) {
      metrics.answered(asked(Kind.OTHER), status, Duration.ZERO, Course.NONE);
    }
    assertEquals(100, text().get("casaba_requests_total{kind=\"other\",status=\"other\"}"));
  }

  @Test
  void figuresAreAskedForWhenTheyAreRead() {
    AtomicInteger level = new AtomicInteger(3);
    metrics.observe(
        Figure.level("casaba.queue.waiting", "Waiting").with("lane", "small"), level::get);
    metrics.observe(Figure.count("casaba.queue.refused", "Refused"), level::get);
    metrics.observe(Figure.level("casaba.queue.memory", "Memory").in("bytes"), level::get);
    System.gc();
    assertEquals(3, text().get("casaba_queue_waiting{lane=\"small\"}"));
    level.set(5);
    PrometheusText text = text();
    assertEquals(5, text.get("casaba_queue_waiting{lane=\"small\"}"));
    assertEquals(5, text.get("casaba_queue_refused_total"));
    assertEquals(5, text.get("casaba_queue_memory_bytes"));
  }

  @Test
  void namesAreCasabasOwn() {
    assertThrows(IllegalArgumentException.class, () -> Figure.level("queue.waiting", "Waiting"));
  }

  @Test
  void theMachineIsToldOf() {
    PrometheusText text = text();
    assertTrue(text.get("jvm_threads_live_threads") > 0);
    assertTrue(text.get("process_uptime_seconds") > 0);
    assertTrue(text.samples().keySet().stream().anyMatch(k -> k.startsWith("jvm_memory_used")));
  }

  @Test
  void nothingIsCountedTwiceOrLostOnSeveralThreads() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(_ ->
                  threads.submit(() -> {
                    for (int i = 0; i < 1000; i++) {
                      Course course = metrics.begin();
                      course.by(Way.COPY);
                      metrics.answered(asked(Kind.IMAGE), 200 + i % 3, Duration.ZERO, course);
                    }
                  }))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    }
    PrometheusText text = text();
    assertEquals(4000, text.get("casaba_pictures_total{way=\"copy\"}"));
    assertEquals(1336, text.get("casaba_requests_total{kind=\"image\",status=\"200\"}"));
    assertEquals(1332, text.get("casaba_requests_total{kind=\"image\",status=\"202\"}"));
  }

  @Test
  void nothingIsToldWhereNothingIsKept() {
    assertTrue(Metrics.NONE.text().isEmpty());
    assertFalse(Metrics.NONE.begin().isTimed());
  }
}
