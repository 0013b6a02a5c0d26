package org.casaba.benchmark.load;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a server did with one kind of requests, in several rounds.
 *
 * @param alone over one connection
 * @param together over {@value Contest#CONNECTIONS}
 * @param peak KB of memory that were resident at most; 0 if not known
 */
record Score(List<Measurement> alone, List<Measurement> together, long peak) {

  /** Milliseconds of processor time, in all rounds. */
  double cpuPerRequest() {
    return Measurement.sum(Stream.concat(alone.stream(), together.stream())).cpuPerRequest();
  }

  double perSecondAlone() {
    return Measurement.sum(alone.stream()).perSecond();
  }

  double perSecondTogether() {
    return Measurement.sum(together.stream()).perSecond();
  }
}
