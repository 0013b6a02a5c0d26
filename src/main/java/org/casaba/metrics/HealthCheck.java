package org.casaba.metrics;

import java.util.Optional;

/** Tells whether one part of the server is well; quick enough to be asked every second. */
@FunctionalInterface
public interface HealthCheck {

  /** What is wrong, in words fit for anybody; nothing when all is well. */
  Optional<String> problem();

  /** Whether requests are answered though there is a problem. */
  default boolean answers() {
    return false;
  }
}
