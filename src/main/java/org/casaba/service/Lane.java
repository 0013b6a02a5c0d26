package org.casaba.service;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets only so many pictures be drawn at once, and only so much memory be taken by them. Who comes
 * first goes first, also before others for whom there would be room sooner; a picture that takes
 * more than all of the memory goes when it is alone. Thread-safe.
 */
final class Lane {
  private final LaneBounds bounds;
  private final String full;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private int running;
  private long memory;
  private long crowdedOut;
  private long outOfPatience;

  /** Somebody in the queue; guarded by the lock. */
  private static final class Waiting {
    private final long bytes;
    private final Condition turn;
    private boolean admitted;

    private Waiting(long bytes, Condition turn) {
      this.bytes = bytes;
      this.turn = turn;
    }
  }

  /** A place in the lane, until it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * An empty lane.
   *
   * @param full what those are told who are turned away, a sentence without its full stop
   */
  Lane(LaneBounds bounds, String full) {
    this.bounds = bounds;
    this.full = full;
  }

  /**
   * Waits for a place.
   *
   * @param bytes of memory that the picture takes
   * @throws OverloadedException if the queue is full, or it takes too long
   */
  Place enter(long bytes) throws OverloadedException, InterruptedIOException {
    lock.lock();
    try {
      if (queue.isEmpty() && fits(bytes)) {
        take(bytes);
      } else {
        await(bytes);
      }
    } finally {
      lock.unlock();
    }
    AtomicBoolean left = new AtomicBoolean();
    return () -> {
      if (!left.getAndSet(true)) {
        leave(bytes);
      }
    };
  }

  private void await(long bytes) throws OverloadedException, InterruptedIOException {
    if (queue.size() >= bounds.waiting()) {
      crowdedOut++;
      throw new OverloadedException(full);
    }
    Waiting waiting = new Waiting(bytes, lock.newCondition());
    queue.add(waiting);
    try {
      long nanos = bounds.patience().toNanos();
      while (!waiting.admitted && nanos > 0) {
        nanos = waiting.turn.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      if (waiting.admitted) {
        giveBack(bytes);
      }
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while others were being served");
    } finally {
      // Those behind one that gives up may be smaller.
      queue.remove(waiting);
      admit();
    }
    if (!waiting.admitted) {
      outOfPatience++;
      throw new OverloadedException(full);
    }
  }

  private boolean fits(long bytes) {
    return running == 0 || (running < bounds.pictures() && bytes <= bounds.memory() - memory);
  }

  private void take(long bytes) {
    running++;
    memory += bytes;
  }

  private void leave(long bytes) {
    lock.lock();
    try {
      giveBack(bytes);
      admit();
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(long bytes) {
    running--;
    memory -= bytes;
  }

  private void admit() {
    for (Waiting next = queue.peek(); next != null && fits(next.bytes); next = queue.peek()) {
      queue.remove();
      take(next.bytes);
      next.admitted = true;
      next.turn.signal();
    }
  }

  LaneState state() {
    lock.lock();
    try {
      return new LaneState(
          running,
          queue.size(),
          memory,
          crowdedOut,
          outOfPatience,
          bounds.pictures(),
          bounds.memory());
    } finally {
      lock.unlock();
    }
  }
}
