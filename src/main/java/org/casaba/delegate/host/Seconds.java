package org.casaba.delegate.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A script's number of seconds. */
final class Seconds {
  private Seconds() {}

  /** More than nothing, and cut to the longest. */
  static Duration of(@Nullable Object plain, String name, Duration longest) throws CallException {
    double seconds = plain instanceof Number number ? number.doubleValue() : Double.NaN;
    if (Double.isNaN(seconds) || seconds <= 0) {
      throw new CallException("needs a number of seconds above 0 as " + name);
    }
    double millis = Math.min(seconds * 1000, (double) longest.toMillis());
    return Duration.ofMillis(Math.max(1, Math.round(millis)));
  }
}
