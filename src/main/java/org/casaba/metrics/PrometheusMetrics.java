package org.casaba.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Figures for Prometheus. What is noted with each request goes into plain adders, which are read
 * when somebody asks.
 */
public final class PrometheusMetrics implements Metrics {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MachineFigures machine;

  /** The registry itself would let go of them. */
  private final Queue<DoubleSupplier> observed = new ConcurrentLinkedQueue<>();

  private final Map<Kind, Timer> times = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<Integer, Counter>> requests = new EnumMap<>(Kind.class);
  private final Ledger ledger;
  private @Nullable Lookout lookout;

  /** Begins to count from 0. */
  public static PrometheusMetrics start() {
    PrometheusMetrics metrics = new PrometheusMetrics(InstantSource.system());
    metrics.lookout = Lookout.start(metrics::look, Chronicle.STEP);
    return metrics;
  }

  /** The same, but nothing is remembered but by {@link #look}. */
  PrometheusMetrics(InstantSource clock) {
    ledger = new Ledger(clock);
    for (Kind kind : Kind.values()) {
      times.put(kind, time(kind));
      requests.put(kind, new ConcurrentHashMap<>());
    }
    for (Stage stage : Stage.values()) {
      tell(stage);
    }
    for (Way way : Way.values()) {
      tell(Ledger.way(way), () -> ledger.taken(way));
    }
    machine = MachineFigures.in(registry);
  }

  /** Remembers what the figures are now. */
  void look() {
    ledger.look();
  }

  private Timer time(Kind kind) {
    return Timer.builder("casaba.request.duration")
        .description("From a request's arrival to the last byte of its answer")
        .tag("kind", Figure.word(kind))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private void tell(Stage stage) {
    FunctionTimer.builder(
            "casaba.stage", ledger, l -> l.passed(stage), l -> l.nanos(stage), TimeUnit.NANOSECONDS)
        .description("Time that requests have spent in a stage, on all threads together")
        .tag("stage", stage.word())
        .register(registry);
  }

  @Override
  public Course begin() {
    return Course.begin();
  }

  @Override
  public void answered(Asked asked, int status, Duration time, Course course) {
    known(times, asked.kind()).record(time);
    known(requests, asked.kind())
        .computeIfAbsent(status, s -> counted(asked.kind(), s))
        .increment();
    ledger.answered(asked, status, time, course);
  }

  /** No status is a label of its own that HTTP does not know, whatever scripts may answer. */
  private Counter counted(Kind kind, int status) {
    return Counter.builder("casaba.requests")
        .description("Requests that have been answered")
        .tag("kind", Figure.word(kind))
        .tag("status", status >= 100 && status < 600 ? Integer.toString(status) : "other")
        .register(registry);
  }

  private static <K, V> V known(Map<K, V> values, K key) {
    V value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is not counted");
    }
    return value;
  }

  @Override
  public void observe(Figure figure, DoubleSupplier value) {
    tell(figure, value);
    ledger.observe(figure, value);
  }

  private void tell(Figure figure, DoubleSupplier value) {
    List<Tag> tags =
        figure.labels().entrySet().stream().map(e -> Tag.of(e.getKey(), e.getValue())).toList();
    observed.add(value);
    String unit = figure.unit().isEmpty() ? null : figure.unit();
    switch (figure.kind()) {
      case LEVEL ->
          Gauge.builder(figure.name(), value::getAsDouble)
              .description(figure.description())
              .baseUnit(unit)
              .tags(tags)
              .register(registry);
      case COUNT ->
          FunctionCounter.builder(figure.name(), value, DoubleSupplier::getAsDouble)
              .description(figure.description())
              .baseUnit(unit)
              .tags(tags)
              .register(registry);
    }
  }

  @Override
  public Optional<String> text() {
    return Optional.of(registry.scrape());
  }

  @Override
  public Optional<Survey> survey() {
    return Optional.of(ledger.survey());
  }

  /** Lets go of the virtual machine, which would otherwise keep this for ever. */
  @Override
  public void close() {
    if (lookout != null) {
      lookout.close();
    }
    machine.close();
    registry.close();
  }
}
