package org.casaba.metrics;

import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Counts what the server does, and tells it. Thread-safe. */
public interface Metrics extends Closeable {

  /** Counts nothing. */
  Metrics NONE =
      new Metrics() {
        @Override
        public Course begin() {
          return Course.NONE;
        }

        @Override
        public void answered(Asked asked, int status, Duration time, Course course) {}

        @Override
        public void observe(Figure figure, DoubleSupplier value) {}

        @Override
        public Optional<String> text() {
          return Optional.empty();
        }

        @Override
        public Optional<Survey> survey() {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };

  /** What was asked for. */
  enum Kind {
    IMAGE,
    INFORMATION,
    OTHER
  }

  /** Of a request that begins now. */
  Course begin();

  /**
   * A request has been answered with that HTTP status in that time.
   *
   * @param course at rest
   */
  void answered(Asked asked, int status, Duration time, Course course);

  /**
   * From now on tells that figure too.
   *
   * @param value asked whenever somebody reads the figures; quick, thread-safe, never fails
   */
  void observe(Figure figure, DoubleSupplier value);

  /** All figures as they are now, in Prometheus' text format 0.0.4; nothing if none are kept. */
  Optional<String> text();

  /** What figures are and were, for people; nothing if none are kept. */
  Optional<Survey> survey();

  @Override
  void close();
}
