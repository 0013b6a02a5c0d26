package org.casaba.metrics;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that looks at something now and then, until it is closed. */
final class Lookout implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

  /** Before the first look those who are to be looked at are put together. */
  private static final Duration FIRST = Duration.ofSeconds(1);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable look;
  private final Duration interval;
  private final Thread thread;

  private Lookout(Runnable look, Duration interval) {
    this.look = look;
    this.interval = interval;
    this.thread =
        Thread.ofPlatform()
            .name("casaba-figures")
            .daemon()
            .inheritInheritableThreadLocals(false)
            .unstarted(this::run);
  }

  static Lookout start(Runnable look, Duration interval) {
    Lookout lookout = new Lookout(look, interval);
    lookout.thread.start();
    return lookout;
  }

  private void run() {
    try {
      for (Duration pause = FIRST;
          !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
          pause = interval) {
        try {
          look.run();
        } catch (RuntimeException e) {
          LOG.debug("Figures cannot be had at the moment", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
