package org.casaba.metrics;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of each request, in plain adders, and what is remembered of them for people.
 * Thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // Adders by constant, in the cheapest way that there is.
final class Ledger {
  private static final int LARGEST = 15;

  private final LongAdder[] outcomes = adders(Outcome.values().length);
  private final LongAdder[] ways = adders(Way.values().length);
  private final LongAdder[] passed = adders(Stage.values().length);
  private final LongAdder[] nanos = adders(Stage.values().length);
  private final Map<Metrics.Kind, Durations> durations = new EnumMap<>(Metrics.Kind.class);
  private final Chronicle chronicle;
  private final SlowRequests slow;
  private final Holdings holdings = new Holdings();

  Ledger(InstantSource clock) {
    chronicle = new Chronicle(clock);
    slow = new SlowRequests(clock);
    for (Outcome outcome : Outcome.values()) {
      count(outcome(outcome), outcomes[outcome.ordinal()]);
    }
    for (Way way : Way.values()) {
      count(way(way), ways[way.ordinal()]);
    }
    for (Metrics.Kind kind : Metrics.Kind.values()) {
      durations.put(kind, new Durations());
      for (int i = 0; i < Durations.STEPS; i++) {
        int step = i;
        observe(duration(kind, i), () -> durations(kind).count(step));
      }
    }
    observeMachine();
  }

  private static LongAdder[] adders(int count) {
    LongAdder[] adders = new LongAdder[count];
    for (int i = 0; i < count; i++) {
      adders[i] = new LongAdder();
    }
    return adders;
  }

  private void observeMachine() {
    var memory = ManagementFactory.getMemoryMXBean();
    observe(
        Figure.level("casaba.heap.used", "Heap in use"),
        () -> memory.getHeapMemoryUsage().getUsed());
    observe(
        Figure.level("casaba.heap.most", "Heap at most"),
        () -> memory.getHeapMemoryUsage().getMax());
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      observe(
          Figure.count("casaba.processor", "Processor time in seconds"),
          () -> system.getProcessCpuTime() / 1e9);
    }
  }

  private void count(Figure figure, LongAdder adder) {
    observe(figure, adder::sum);
  }

  void observe(Figure figure, DoubleSupplier value) {
    chronicle.observe(figure, value);
  }

  static Figure outcome(Outcome outcome) {
    return Figure.count("casaba.answers", "Answers").with("outcome", Figure.word(outcome));
  }

  static Figure way(Way way) {
    return Figure.count("casaba.pictures", "Pictures, by the way in which they have been come by")
        .with("way", way.word());
  }

  static Figure duration(Metrics.Kind kind, int step) {
    return Figure.count("casaba.durations", "Answers that took so long")
        .with("kind", Figure.word(kind))
        .with("step", Integer.toString(step));
  }

  void answered(Asked asked, int status, Duration time, Course course) {
    outcomes[Outcome.of(status).ordinal()].increment();
    durations(asked.kind()).add(time.toNanos());
    for (int i = 0; i < nanos.length; i++) {
      long spent = course.nanos(i);
      if (spent > 0) {
        passed[i].increment();
        nanos[i].add(spent);
      }
    }
    @Nullable Way way = course.way();
    if (way != null && status < 400) {
      ways[way.ordinal()].increment();
    }
    if (course.kept() > 0) {
      holdings.kept(SlowRequest.brief(asked.image()), course.kept());
    }
    slow.answered(asked, status, time, course);
  }

  private Durations durations(Metrics.Kind kind) {
    Durations found = durations.get(kind);
    if (found == null) {
      throw new IllegalArgumentException(kind + " is not counted");
    }
    return found;
  }

  /** How many requests have been in a stage. */
  long passed(Stage stage) {
    return passed[stage.ordinal()].sum();
  }

  /** For how many nanoseconds they were there. */
  long nanos(Stage stage) {
    return nanos[stage.ordinal()].sum();
  }

  long taken(Way way) {
    return ways[way.ordinal()].sum();
  }

  /** To be called every {@link Chronicle#STEP}. */
  void look() {
    chronicle.look();
    slow.forgetOld();
  }

  Survey survey() {
    return new Survey(chronicle.history(), slow.list(), holdings.largest(LARGEST));
  }
}
