package org.casaba.benchmark.load;

import java.time.Duration;

/**
 * What happened while requests were sent.
 *
 * @param answered how many were
 * @param wall how long it took
 * @param cpu of the server
 */
record Measurement(int answered, Duration wall, Duration cpu) {
  double perSecond() {
    return answered / (wall.toNanos() / 1e9);
  }

  /** Milliseconds of processor time. */
  double cpuPerRequest() {
    return cpu.toNanos() / 1e6 / answered;
  }
}
