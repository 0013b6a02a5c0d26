package org.casaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that took its time.
 *
 * @param when it was answered
 * @param time from its arrival to the last byte
 * @param stages time in each stage in which it has been, of all threads together
 * @param way by which it came by its picture; null if there is none
 */
public record SlowRequest(
    Instant when,
    Asked asked,
    int status,
    Duration time,
    Map<Stage, Duration> stages,
    @Nullable Way way) {
  private static final int LONGEST_TEXT = 300;

  public SlowRequest {
    stages = Map.copyOf(stages);
  }

  static SlowRequest of(Instant when, Asked asked, int status, Duration time, Course course) {
    Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      if (course.nanos(stage) > 0) {
        stages.put(stage, Duration.ofNanos(course.nanos(stage)));
      }
    }
    Asked brief = new Asked(asked.kind(), brief(asked.path()), brief(asked.image()));
    return new SlowRequest(when, brief, status, time, stages, course.way());
  }

  static String brief(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }

  public Optional<Way> taken() {
    return Optional.ofNullable(way);
  }

  /** Whether the same was asked for, and ended in the same way. */
  boolean isLike(SlowRequest other) {
    return status == other.status && asked.equals(other.asked);
  }

  /** Without the time in which it was handed over: how fast clients read is their affair. */
  Duration own() {
    return time.minus(stages.getOrDefault(Stage.SEND, Duration.ZERO));
  }
}
