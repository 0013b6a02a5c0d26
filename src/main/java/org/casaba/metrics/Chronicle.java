package org.casaba.metrics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/** Remembers what figures were in the last hour: a sample every ten seconds. Thread-safe. */
final class Chronicle {
  static final Duration STEP = Duration.ofSeconds(10);

  /** An hour has so many steps, and one more end of a step. */
  static final int MOST = 361;

  /**
   * A figure that is looked at.
   *
   * @param first what it was when it came to be known
   */
  private record Line(String key, DoubleSupplier value, double first) {}

  private final InstantSource clock;
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final Deque<Sample> samples = new ArrayDeque<>();

  Chronicle(InstantSource clock) {
    this.clock = clock;
  }

  void observe(Figure figure, DoubleSupplier value) {
    lines.add(new Line(figure.key(), value, value.getAsDouble()));
  }

  /** Remembers what the figures are now. */
  synchronized void look() {
    if (samples.size() == MOST) {
      samples.remove();
    }
    samples.add(now());
  }

  private Sample now() {
    return new Sample(
        clock.instant(), lines.stream().mapToDouble(l -> l.value().getAsDouble()).toArray());
  }

  synchronized History history() {
    Map<String, Integer> places = new HashMap<>();
    Map<String, Double> first = new HashMap<>();
    Sample now = now();
    for (Line line : lines) {
      places.put(line.key(), places.size());
      first.put(line.key(), line.first());
    }
    return new History(places, first, List.copyOf(samples), now);
  }
}
