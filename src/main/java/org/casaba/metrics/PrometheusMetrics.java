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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
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

  /** How often, and for how long in all, requests have been in a stage. */
  private record Spent(LongAdder requests, LongAdder nanos) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MachineFigures machine;

  /** The registry itself would let go of them. */
  private final Queue<DoubleSupplier> observed = new ConcurrentLinkedQueue<>();

  private final Map<Kind, Timer> times = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<Integer, Counter>> requests = new EnumMap<>(Kind.class);
  private final Map<Stage, Spent> stages = new EnumMap<>(Stage.class);
  private final Map<Way, LongAdder> ways = new EnumMap<>(Way.class);

  /** Begins to count from 0. */
  public PrometheusMetrics() {
    for (Kind kind : Kind.values()) {
      times.put(kind, time(kind));
      requests.put(kind, new ConcurrentHashMap<>());
    }
    for (Stage stage : Stage.values()) {
      stages.put(stage, spent(stage));
    }
    for (Way way : Way.values()) {
      ways.put(way, taken(way));
    }
    machine = MachineFigures.in(registry);
  }

  private Timer time(Kind kind) {
    return Timer.builder("casaba.request.duration")
        .description("From a request's arrival to the last byte of its answer")
        .tag("kind", word(kind))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Spent spent(Stage stage) {
    Spent spent = new Spent(new LongAdder(), new LongAdder());
    FunctionTimer.builder(
            "casaba.stage",
            spent,
            s -> s.requests().sum(),
            s -> s.nanos().sum(),
            TimeUnit.NANOSECONDS)
        .description("Time that requests have spent in a stage, on all threads together")
        .tag("stage", stage.word())
        .register(registry);
    return spent;
  }

  private LongAdder taken(Way way) {
    LongAdder taken = new LongAdder();
    FunctionCounter.builder("casaba.pictures", taken, LongAdder::sum)
        .description("Pictures, by the way in which they have been come by")
        .tag("way", way.word())
        .register(registry);
    return taken;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Course begin() {
    return Course.begin();
  }

  @Override
  public void answered(Kind kind, int status, Duration time, Course course) {
    known(times, kind).record(time);
    known(requests, kind).computeIfAbsent(status, s -> counted(kind, s)).increment();
    stages.forEach((stage, spent) -> {
      long nanos = course.nanos(stage);
      if (nanos > 0) {
        spent.requests().increment();
        spent.nanos().add(nanos);
      }
    });
    @Nullable Way way = course.way();
    if (way != null) {
      known(ways, way).increment();
    }
  }

  /** No status is a label of its own that HTTP does not know, whatever scripts may answer. */
  private Counter counted(Kind kind, int status) {
    return Counter.builder("casaba.requests")
        .description("Requests that have been answered")
        .tag("kind", word(kind))
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

  /** Lets go of the virtual machine, which would otherwise keep this for ever. */
  @Override
  public void close() {
    machine.close();
    registry.close();
  }
}
