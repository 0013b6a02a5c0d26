package org.casaba.cache.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls away from what does not work at the moment: after some failures in a row none go
 * through, except one now and then, less often each time, that tries. The log tells once that it is
 * broken, and once that it works again. Thread-safe.
 */
final class Circuit {
  private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

  private final Words words;
  private final Patience patience;
  private final InstantSource clock;

  private volatile boolean broken;
  private volatile int failures;

  /** Why it is broken. */
  private volatile String trouble = "";

  private Duration pause;
  private Instant next = Instant.MIN;

  Circuit(Words words, Patience patience, InstantSource clock) {
    this.words = words;
    this.patience = patience;
    this.clock = clock;
    pause = patience.first();
  }

  /**
   * What the log says.
   *
   * @param broken a sentence with {@code {}} where the reason stands
   * @param mended a sentence
   */
  record Words(String broken, String mended) {}

  /**
   * How it deals with failures.
   *
   * @param failures how many in a row break it, 1 or more
   * @param first how long after that it is tried again
   * @param longest how long at most after a trial that failed; each pause is twice the one before
   */
  record Patience(int failures, Duration first, Duration longest) {}

  /** Why it is broken, in words; empty if it is not. */
  String trouble() {
    return broken ? trouble : "";
  }

  boolean isBroken() {
    return broken;
  }

  /** Whether a call may go through: always while it works, else when it is time for a trial. */
  boolean admits() {
    return !broken || isTimeForTrial();
  }

  private synchronized boolean isTimeForTrial() {
    if (broken && clock.instant().isBefore(next)) {
      return false;
    }
    next = clock.instant().plus(pause);
    return true;
  }

  void succeeded() {
    // Nearly always nothing has to be written.
    if (failures != 0) {
      reset();
    }
  }

  private synchronized void reset() {
    failures = 0;
    if (broken) {
      broken = false;
      pause = patience.first();
      LOG.info(words.mended());
    }
  }

  synchronized void failed(String why) {
    trouble = why;
    failures++;
    if (broken) {
      pause = pause.multipliedBy(2);
      if (pause.compareTo(patience.longest()) > 0) {
        pause = patience.longest();
      }
    }
    if (failures >= patience.failures()) {
      next = clock.instant().plus(pause);
      if (broken) {
        LOG.debug(words.broken(), why);
      } else {
        broken = true;
        LOG.warn(words.broken(), why);
      }
    }
  }
}
