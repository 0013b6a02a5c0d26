package org.casaba.web;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes who shows a wrong name or password, so that others can shut them out. Thread-safe. */
final class Doorkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier clock;
  private final AtomicLong last;

  /** Refused since then without a line of their own. */
  private final AtomicLong more = new AtomicLong();

  /**
   * @param clock nanoseconds
   */
  Doorkeeper(LongSupplier clock) {
    this.clock = clock;
    this.last = new AtomicLong(clock.getAsLong() - SECOND);
  }

  /**
   * Somebody has been refused. One line a second is enough: the log is not to be flooded.
   *
   * @param address of whoever asked
   * @return whether there is a line
   */
  boolean refused(String address) {
    long now = clock.getAsLong();
    long before = last.get();
    if (now - before < SECOND || !last.compareAndSet(before, now)) {
      more.incrementAndGet();
      return false;
    }
    long untold = more.getAndSet(0);
    LOG.warn(
        "A wrong name or password was shown for /admin/ from {}{}",
        address,
        untold == 0 ? "" : "; before that " + untold + " more, of which there is no line");
    return true;
  }
}
