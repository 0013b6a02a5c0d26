package org.casaba.cache.record;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a tree of pictures to a number of bytes.
 *
 * <p>The tree is walked at the start; after that what is written and removed is counted. When the
 * count is too high the tree is walked again, and what has been used the longest time ago goes
 * until a tenth of the room is free, so that such walks are rare. On a disk that has less room for
 * them, a tenth of that is left free. What other servers write is not counted: for that the tree is
 * walked now and then, the less often the longer a walk takes. Thread-safe, but {@link #enforce} is
 * for one thread.
 */
final class Bound {
  private static final Logger LOG = LoggerFactory.getLogger(Bound.class);
  private static final Duration OFTEN = Duration.ofMinutes(10);

  /** How much of the time may be spent in walks: one part in so many. */
  private static final int SHARE = 50;

  /** A picture's place in memory takes some 400 bytes. */
  private static final int REMEMBERED = 20_000;

  private final RecordTree tree;
  private final long most;
  private final InstantSource clock;
  private final AtomicLong taken = new AtomicLong();
  private volatile Instant next = Instant.MIN;

  /** What cannot be removed is not tried again before. */
  private volatile Instant again = Instant.MIN;

  /** Bytes: {@link #most}, or as many as there is room for. */
  private volatile long limit;

  Bound(RecordTree tree, long most, InstantSource clock) {
    this.tree = tree;
    this.most = most;
    this.clock = clock;
    limit = most;
  }

  void add(long bytes) {
    taken.addAndGet(bytes);
  }

  /** Bytes that pictures take on the disk, as far as is known. */
  long taken() {
    return taken.get();
  }

  /** Bytes that they may take. */
  long most() {
    return limit;
  }

  /** Whether there is room for more, even though what is too much has not been removed yet. */
  boolean hasRoom() {
    return taken.get() <= limit + limit / 8;
  }

  /** Has the tree walked soon. */
  void doubt() {
    next = Instant.MIN;
  }

  /** Whether {@link #enforce} has something to do. */
  boolean isDue() {
    Instant now = clock.instant();
    return (taken.get() > limit && !now.isBefore(again)) || !now.isBefore(next);
  }

  /** Counts, and removes what is too much. */
  void enforce() throws IOException {
    try {
      Oldest oldest = count();
      while (taken.get() > limit && remove(oldest) > 0) {
        oldest = count();
      }
    } catch (IOException e) {
      again = clock.instant().plus(OFTEN);
      next = again;
      throw e;
    }
  }

  private Oldest count() throws IOException {
    Instant start = clock.instant();
    long before = taken.get();
    Oldest oldest = new Oldest(REMEMBERED);
    tree.list(oldest::add);
    // What has been written meanwhile may have been seen or not: better counted twice.
    taken.addAndGet(oldest.bytes() - before);
    limit = Math.min(most, (tree.free() + oldest.bytes()) / 10 * 9);
    Instant end = clock.instant();
    Duration pause = Duration.between(start, end).multipliedBy(SHARE);
    next = end.plus(pause.compareTo(OFTEN) > 0 ? pause : OFTEN);
    return oldest;
  }

  private long remove(Oldest oldest) throws IOException {
    long pictures = 0;
    for (RecordTree.Entry each : oldest.inOrder()) {
      if (taken.get() <= limit - limit / 10) {
        break;
      }
      if (tree.removeUnused(each)) {
        taken.addAndGet(-each.bytes());
        pictures++;
      }
    }
    LOG.debug("{} derivatives made room for others", pictures);
    return pictures;
  }
}
