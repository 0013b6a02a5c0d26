package org.casaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The slowest requests of the last hour, a few of them, all of them different. Thread-safe. */
final class SlowRequests {
  static final int MOST = 20;

  /** Nanoseconds: nobody calls less slow, and hot pictures need not even be looked at. */
  private static final long LEAST = 50_000_000;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Comparator<SlowRequest> SLOWEST_FIRST =
      Comparator.comparing(SlowRequest::own).reversed();

  private final InstantSource clock;

  /** Slowest first; guarded by this. */
  private final List<SlowRequest> slowest = new ArrayList<>();

  /** Whoever is faster need not be looked at; nanoseconds. */
  private volatile long threshold = LEAST;

  SlowRequests(InstantSource clock) {
    this.clock = clock;
  }

  void answered(Asked asked, int status, Duration time, Course course) {
    if (time.toNanos() - course.nanos(Stage.SEND) >= threshold) {
      add(SlowRequest.of(clock.instant(), asked, status, time, course));
    }
  }

  private synchronized void add(SlowRequest request) {
    forgetOld();
    if (slowest.stream().anyMatch(each -> each.isLike(request) && !isSlower(request, each))) {
      return;
    }
    slowest.removeIf(each -> each.isLike(request));
    slowest.add(request);
    slowest.sort(SLOWEST_FIRST);
    if (slowest.size() > MOST) {
      slowest.removeLast();
    }
    set();
  }

  private static boolean isSlower(SlowRequest one, SlowRequest other) {
    return one.own().compareTo(other.own()) > 0;
  }

  /** Forgets those that are older than an hour. */
  synchronized void forgetOld() {
    Instant oldest = clock.instant().minus(HOUR);
    slowest.removeIf(each -> each.when().isBefore(oldest));
    set();
  }

  private void set() {
    threshold = slowest.size() < MOST ? LEAST : slowest.getLast().own().toNanos();
  }

  /** Slowest first. */
  synchronized List<SlowRequest> list() {
    forgetOld();
    return List.copyOf(slowest);
  }
}
