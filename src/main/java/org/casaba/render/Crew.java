package org.casaba.render;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that help requests with large pictures, and the memory in which what they make waits
 * for its turn. There are fewer of them than processors, for all requests together, so that others
 * are not kept waiting; who comes first is served first. Who gets no help does all of the work on
 * the thread of the request. Thread-safe.
 */
public final class Crew implements Closeable {

  /** Helps nobody, and needs not be closed. */
  public static final Crew NONE = new Crew(1, 0);

  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  /** Memory is counted in kilobytes. */
  private static final int KILO = 10;

  /** What part of the heap strips may take up. */
  private static final int SHARE = 4;

  private final int helpers;
  private final ThreadPoolExecutor executor;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Semaphore memory;

  /**
   * @param threads for one request, its own among them; 1 or more
   * @param memory bytes for strips that wait
   */
  Crew(int threads, long memory) {
    this.helpers = threads - 1;
    this.memory = new Semaphore((int) Math.min(memory >> KILO, Integer.MAX_VALUE));
    int size = Math.max(1, helpers);
    // Threads are begun when there is something to do.
    this.executor =
        new ThreadPoolExecutor(
            size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
  }

  /** The crew of an application. */
  public static Crew of(CrewSettings settings) {
    Runtime machine = Runtime.getRuntime();
    // With a single processor one waits for data while the other calculates.
    int threads =
        settings.threads() == 0 ? Math.max(2, machine.availableProcessors()) : settings.threads();
    return new Crew(threads, machine.maxMemory() / SHARE);
  }

  private Thread thread(Runnable work) {
    Thread thread =
        Thread.ofPlatform()
            .name("casaba-strips-" + (threads.size() + 1))
            .daemon()
            .inheritInheritableThreadLocals(false)
            .unstarted(work);
    threads.add(thread);
    return thread;
  }

  /** How many work on a large picture at most, the request's own thread among them. */
  int hands() {
    return helpers + 1;
  }

  /** How many strips of a picture should be waiting or in work beside the one that is written. */
  int ahead() {
    return helpers == 0 ? 0 : helpers + 1;
  }

  /**
   * Asks for help: {@code strip} is run at some time, or never.
   *
   * @param bytes memory that the strip takes from now on, until it is given back
   * @return whether there is that much memory, and somebody to do it
   */
  boolean take(Runnable strip, long bytes) {
    if (helpers == 0 || !memory.tryAcquire(kilobytes(bytes))) {
      return false;
    }
    try {
      executor.execute(strip);
      return true;
    } catch (RejectedExecutionException e) {
      giveBack(bytes);
      return false;
    }
  }

  /** Takes memory back. */
  void giveBack(long bytes) {
    memory.release(kilobytes(bytes));
  }

  int freeKilobytes() {
    return memory.availablePermits();
  }

  List<Thread> threads() {
    return List.copyOf(threads);
  }

  private static int kilobytes(long bytes) {
    return (int) Math.min(bytes >> KILO, Integer.MAX_VALUE);
  }

  /** Ends the threads; strips that nobody has begun are left to those who asked for help. */
  @Override
  public void close() {
    // No interrupts: they would close the files that are being read.
    executor.shutdown();
    executor.getQueue().clear();
    try {
      for (Thread thread : threads) {
        if (!thread.join(CLOSING)) {
          LOG.warn("{} is still at work", thread.getName());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
