package org.casaba.cache.record;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.casaba.cache.Kept;
import org.casaba.plan.DerivativeKey;

/** Pictures that wait until they are written: a bounded number of bytes. Thread-safe. */
final class Backlog implements Closeable {
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 2_000;
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final long most;
  private final Writer writer;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong drops = new AtomicLong();
  private final ThreadPoolExecutor executor;

  /**
   * @param name of the threads
   * @param writer does it
   */
  Backlog(String name, Writer writer) {
    this.writer = writer;
    most = Math.min(32 << 20, Runtime.getRuntime().maxMemory() / 32);
    executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            work -> Threads.daemon(name, work));
    executor.allowCoreThreadTimeOut(true);
  }

  /** Writes pictures. */
  interface Writer {
    /** Never fails. */
    void write(DerivativeKey key, Kept kept);

    /** Undoes that; never fails. */
    void remove(DerivativeKey key);
  }

  /** Has it written, unless too much waits already. */
  void add(DerivativeKey key, Kept kept) {
    int bytes = kept.picture().length;
    long before = drops.get();
    if (waiting.addAndGet(bytes) > most) {
      waiting.addAndGet(-bytes);
      return;
    }
    try {
      executor.execute(() -> {
        waiting.addAndGet(-bytes);
        write(key, kept, before);
      });
    } catch (RejectedExecutionException e) {
      waiting.addAndGet(-bytes);
    }
  }

  private void write(DerivativeKey key, Kept kept, long before) {
    if (drops.get() == before) {
      writer.write(key, kept);
      if (drops.get() != before) {
        writer.remove(key);
      }
    }
  }

  /** All that have been added until now are not written; one that is being written is removed. */
  void drop() {
    drops.incrementAndGet();
  }

  /** Waits a moment for what has been added. */
  @Override
  public void close() {
    Threads.end(executor, CLOSING);
  }
}
