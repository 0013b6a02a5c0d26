package org.casaba.delegate.guest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Threads that may still run, be it their last few instructions. Thread-safe. */
final class StartedThreads {
  private final List<Thread> started = new CopyOnWriteArrayList<>();

  void start(Thread thread) {
    started.removeIf(each -> !each.isAlive());
    started.add(thread);
    thread.start();
  }

  /** Waits until they have ended, as long as {@link GuestOpening#join} does. */
  void join() {
    GuestOpening.join(started);
  }
}
