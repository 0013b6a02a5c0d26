package org.casaba.metrics;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts how long things take, in steps fine enough to tell a percentile. Thread-safe. */
final class Durations {
  /** Upper ends of the steps, in seconds; there is one more step without an end. */
  private static final double[] ENDS = {
    0.0002, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.025, 0.035, 0.05, 0.075, 0.1,
    0.15, 0.25, 0.35, 0.5, 0.75, 1, 1.5, 2.5, 3.5, 5, 7.5, 10, 15, 25, 35, 60
  };

  static final int STEPS = ENDS.length + 1;

  private final LongAdder[] counts =
      Stream.generate(LongAdder::new).limit(STEPS).toArray(LongAdder[]::new);

  void add(long nanos) {
    int found = Arrays.binarySearch(ENDS, nanos / 1e9);
    counts[found < 0 ? -found - 1 : found].increment();
  }

  /** How many have ended in a step. */
  long count(int step) {
    return counts[step].sum();
  }

  /**
   * The time that a part of them has not exceeded, as if they were spread evenly within a step.
   *
   * @param part between 0 and 1: 0.5 for the median
   * @param counts by step
   * @return seconds; not a number if there are none
   */
  static double quantile(double part, double[] counts) {
    double all = Arrays.stream(counts).sum();
    if (!(all > 0)) {
      return Double.NaN;
    }
    double wanted = part * all;
    double before = 0;
    for (int i = 0; i < ENDS.length; i++) {
      if (counts[i] > 0 && before + counts[i] >= wanted) {
        double start = i == 0 ? 0 : ENDS[i - 1];
        return start + (ENDS[i] - start) * (wanted - before) / counts[i];
      }
      before += counts[i];
    }
    return ENDS[ENDS.length - 1];
  }
}
