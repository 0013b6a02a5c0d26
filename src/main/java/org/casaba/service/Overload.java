package org.casaba.service;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.casaba.service.Admission.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of times in which requests are turned away: when one begins, and when it is over.
 * There is no thread for that: the end is told of by whoever comes next. Thread-safe.
 */
final class Overload {
  private static final Logger LOG = LoggerFactory.getLogger(Overload.class);

  /** After so long without a refusal it is over; nanoseconds. */
  static final long CALM = TimeUnit.SECONDS.toNanos(30);

  private final LongSupplier clock;
  private final Supplier<State> now;
  private volatile boolean underway;

  /** What had been turned away before; guarded by this, as the rest. */
  private State before;

  private long begin;
  private long last;

  /**
   * @param clock nanoseconds
   * @param now what goes on at the moment
   */
  Overload(LongSupplier clock, Supplier<State> now) {
    this.clock = clock;
    this.now = now;
    this.before = now.get();
  }

  /** One has just been turned away. */
  synchronized void refused() {
    endIfOver();
    last = clock.getAsLong();
    if (!underway) {
      begin = last;
      underway = true;
      LOG.info(begun(now.get()));
    }
  }

  /** To be called now and then; costs nearly nothing. */
  void look() {
    if (underway) {
      endIfOver();
    }
  }

  private synchronized void endIfOver() {
    if (underway && clock.getAsLong() - last > CALM) {
      underway = false;
      State after = now.get();
      LOG.info(ended(Duration.ofNanos(last - begin), before, after));
      before = after;
    }
  }

  static String begun(State state) {
    return "More pictures are asked for than can be drawn; requests that find too many waiting, or"
        + " wait too long, are answered with 503. "
        + lane("Large pictures", state.large())
        + "; "
        + lane("tiles", state.tiles());
  }

  private static String lane(String name, LaneState lane) {
    return String.format(
        Locale.ROOT,
        "%s: %d of %d being drawn, %d waiting, %s of %s MB of memory taken",
        name,
        lane.running(),
        lane.mostRunning(),
        lane.waiting(),
        megabytes(lane.memory()),
        megabytes(lane.mostMemory()));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d", Math.ceilDiv(bytes, 1 << 20));
  }

  static String ended(Duration time, State before, State after) {
    long crowded =
        after.large().crowdedOut()
            + after.tiles().crowdedOut()
            - before.large().crowdedOut()
            - before.tiles().crowdedOut();
    long late =
        after.large().outOfPatience()
            + after.tiles().outOfPatience()
            - before.large().outOfPatience()
            - before.tiles().outOfPatience();
    return String.format(
        Locale.ROOT,
        "All that is asked for can be drawn again. In %,d s %,d requests were answered with 503:"
            + " %,d at once, %,d after they had waited",
        Math.max(1, time.toSeconds()),
        crowded + late,
        crowded,
        late);
  }
}
