package org.casaba.benchmark.load;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * What happened while requests were sent.
 *
 * @param answered how many were
 * @param wall how long it took
 * @param cpu of the server
 */
record Measurement(int answered, Duration wall, Duration cpu) {
  private static final Measurement NOTHING = new Measurement(0, Duration.ZERO, Duration.ZERO);

  static Measurement sum(Stream<Measurement> parts) {
    return parts.reduce(
        NOTHING,
        (a, b) -> new Measurement(a.answered + b.answered, a.wall.plus(b.wall), a.cpu.plus(b.cpu)));
  }

  double perSecond() {
    return answered / (wall.toNanos() / 1e9);
  }

  /** Milliseconds of processor time. */
  double cpuPerRequest() {
    return cpu.toNanos() / 1e6 / answered;
  }
}
