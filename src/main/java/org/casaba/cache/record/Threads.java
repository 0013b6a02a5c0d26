package org.casaba.cache.record;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that end with the application. */
final class Threads {
  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  /** How long interrupted threads may take to end. */
  private static final Duration INTERRUPTED = Duration.ofMillis(500);

  private Threads() {}

  static Thread daemon(String name, Runnable work) {
    return Thread.ofPlatform()
        .name(name)
        .daemon()
        .inheritInheritableThreadLocals(false)
        .unstarted(work);
  }

  /**
   * Ends what an executor does.
   *
   * @param orderly how long what has been begun, and what waits, may take before it is interrupted
   */
  static void end(ExecutorService executor, Duration orderly) {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(orderly.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
        if (!executor.awaitTermination(INTERRUPTED.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("What derivatives are kept in does not answer: a thread waits for it");
        }
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
