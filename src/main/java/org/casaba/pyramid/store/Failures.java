package org.casaba.pyramid.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has failed lately, and when it may be tried again: after ten minutes, then after twice as
 * long each time, up to an hour. Keeps the latest few thousand. Thread-safe.
 */
final class Failures {
  private static final int MOST = 10_000;
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final InstantSource clock;
  private final Map<String, Memory> memories =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Memory> eldest) {
          return size() > MOST;
        }
      };

  Failures(InstantSource clock) {
    this.clock = clock;
  }

  private record Memory(String reason, Duration delay, Instant until) {}

  /** Whether it is too early for another attempt at that. */
  synchronized boolean areFresh(String what) {
    Memory memory = memories.get(what);
    return memory != null && clock.instant().isBefore(memory.until());
  }

  /**
   * Remembers a failure.
   *
   * @return whether it is news: what has failed before, for the same reason, is not
   */
  synchronized boolean add(String what, Failure failure) {
    Memory last = memories.get(what);
    Duration delay = last == null ? FIRST : last.delay().multipliedBy(2);
    if (delay.compareTo(LONGEST) > 0) {
      delay = LONGEST;
    }
    Instant until =
        switch (failure.prospect()) {
          case SOON -> Instant.MIN;
          case LATER, FOLDER_LATER -> clock.instant().plus(delay);
          case NEVER -> Instant.MAX;
        };
    memories.put(what, new Memory(failure.reason(), delay, until));
    return last == null || !last.reason().equals(failure.reason());
  }

  /** Forgets what has succeeded; whether it had failed before. */
  synchronized boolean remove(String what) {
    return memories.remove(what) != null;
  }
}
