package org.casaba.cache.record;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.casaba.plan.DerivativeKey;

/** Pictures that wait until they are kept: a bounded number of bytes. Thread-safe. */
final class Backlog implements Closeable {
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 2_000;
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final long most;
  private final Keeper keeper;
  private final AtomicLong waiting = new AtomicLong();
  private final ThreadPoolExecutor executor;

  /**
   * @param name of the threads
   * @param keeper does it
   */
  Backlog(String name, Keeper keeper) {
    this.keeper = keeper;
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

  /** Keeps a picture, and never fails. */
  @FunctionalInterface
  interface Keeper {
    void keep(DerivativeKey key, byte[] picture);
  }

  private final class Task implements Runnable {
    private final DerivativeKey key;
    private final byte[] picture;

    Task(DerivativeKey key, byte[] picture) {
      this.key = key;
      this.picture = picture;
    }

    @Override
    public void run() {
      try {
        keeper.keep(key, picture);
      } finally {
        leave();
      }
    }

    private void leave() {
      waiting.addAndGet(-picture.length);
    }
  }

  /** Has it kept, unless too much waits already. */
  void add(DerivativeKey key, byte[] picture) {
    Task task = new Task(key, picture);
    if (waiting.addAndGet(picture.length) > most) {
      task.leave();
      return;
    }
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      task.leave();
    }
  }

  /** Those do not wait any longer. */
  void drop(Predicate<DerivativeKey> which) {
    executor
        .getQueue()
        .removeIf(each -> {
          boolean dropped = each instanceof Task task && which.test(task.key);
          if (dropped) {
            ((Task) each).leave();
          }
          return dropped;
        });
  }

  /** Waits a moment for what has been added. */
  @Override
  public void close() {
    Threads.end(executor, CLOSING, CLOSING);
  }
}
