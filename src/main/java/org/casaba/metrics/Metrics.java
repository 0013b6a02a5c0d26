package org.casaba.metrics;

import java.time.Duration;

/** Counts what the server does. Thread-safe. */
public interface Metrics {

  /** Counts nothing. */
  Metrics NONE = (kind, status, time) -> {};

  /** What was asked for. */
  enum Kind {
    IMAGE,
    INFORMATION,
    OTHER
  }

  /** A request has been answered with that HTTP status in that time. */
  void answered(Kind kind, int status, Duration time);
}
