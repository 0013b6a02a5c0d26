package org.casaba.app;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An application that cannot take over yet, because its delegate script is no good. It waits on a
 * daemon thread until somebody has mended the script.
 */
final class Understudy implements Closeable {
  private final Application application;
  private final Runnable takeOver;
  private final Duration interval;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("casaba-understudy").unstarted(this::run);

  private Understudy(Application application, Runnable takeOver, Duration interval) {
    this.application = application;
    this.takeOver = takeOver;
    this.interval = interval;
  }

  /**
   * Begins to wait.
   *
   * @param application closed if it does not come to take over
   * @param takeOver called when it is ready
   * @param interval between two looks
   */
  static Understudy start(Application application, Runnable takeOver, Duration interval) {
    Understudy understudy = new Understudy(application, takeOver, interval);
    understudy.thread.start();
    return understudy;
  }

  private void run() {
    boolean ready = false;
    try {
      while (!ready && !closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        ready = application.awaitReady(Duration.ZERO);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (ready) {
      takeOver.run();
    } else {
      application.close();
    }
  }

  /** Whether it may still come to take over. */
  boolean isWaiting() {
    return thread.isAlive();
  }

  /** From here on it does not take over any more, if it has not done so before. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
