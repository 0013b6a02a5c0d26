package org.casaba.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A strip that is made ahead of its turn, in memory, by whoever begins with it first. */
final class HeldStrip implements Runnable {

  /** Writes a strip of a picture; what fails concerns only that strip. */
  interface Work {
    void write(int strip, OutputStream out) throws IOException;
  }

  private final int index;
  private final long reserved;
  private final Work work;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Pieces pieces = new Pieces();
  private volatile @Nullable Throwable failure;

  /**
   * @param reserved bytes of memory that have been set apart for it
   */
  HeldStrip(int index, long reserved, Work work) {
    this.index = index;
    this.reserved = reserved;
    this.work = work;
  }

  int index() {
    return index;
  }

  long reserved() {
    return reserved;
  }

  /** Whether nobody had begun, and nobody will who does not know of this answer. */
  boolean begin() {
    return begun.compareAndSet(false, true);
  }

  @Override
  public void run() {
    if (begin()) {
      make();
    }
  }

  /** Makes it, after {@link #begin}. */
  @SuppressWarnings("CatchingUnchecked") // Whatever it is, it is for the one who wants the strip.
  void make() {
    try {
      work.write(index, pieces);
    } catch (Exception | Error e) {
      failure = e;
    } finally {
      done.countDown();
    }
  }

  boolean isDone() {
    return done.getCount() == 0;
  }

  void await() throws InterruptedException {
    done.await();
  }

  /** Hands on what was made, or throws what was thrown; once, after it is done. */
  void moveTo(OutputStream out) throws IOException {
    switch (failure) {
      case null -> pieces.moveTo(out);
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new AssertionError(e);
    }
  }
}
