package org.casaba.benchmark.load;

import java.util.List;

/**
 * How a server did with one kind of requests, in several rounds.
 *
 * @param alone over one connection
 * @param together over {@value Contest#CONNECTIONS}
 * @param peak KB of memory that were resident at most; 0 if not known
 */
record Score(List<Measurement> alone, List<Measurement> together, long peak) {

  /** Milliseconds of processor time; the better of the two ways to ask. */
  double cpuPerRequest() {
    return Math.min(
        median(alone.stream().map(Measurement::cpuPerRequest).toList()),
        median(together.stream().map(Measurement::cpuPerRequest).toList()));
  }

  double perSecondAlone() {
    return median(alone.stream().map(Measurement::perSecond).toList());
  }

  double perSecondTogether() {
    return median(together.stream().map(Measurement::perSecond).toList());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
