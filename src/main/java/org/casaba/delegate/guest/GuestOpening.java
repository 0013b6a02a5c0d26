package org.casaba.delegate.guest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.casaba.delegate.DelegateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a context comes to have the script in it, within a time. Thread-safe.
 *
 * @param globals objects that the script finds by these names
 */
record GuestOpening(ScriptEngine engine, ScriptText script, Map<String, Object> globals) {
  private static final Logger LOG = LoggerFactory.getLogger(GuestOpening.class);

  /** How long a script's own statements may take when it is loaded. */
  private static final Duration LOADING = Duration.ofSeconds(30);

  /** How long a thread that has nothing left to do may take to end. */
  private static final Duration ENDING = Duration.ofSeconds(1);

  GuestOpening {
    globals = Map.copyOf(globals);
  }

  /**
   * Opens a context on this thread.
   *
   * @param holder gets it as soon as it can be cancelled
   */
  Guest open(Consumer<Guest> holder) throws DelegateException {
    Guest guest = Guest.open(engine, script, this::printed);
    holder.accept(guest);
    guest.start();
    Thread loading = Thread.currentThread();
    Thread alarm = thread("casaba-delegate-alarm", () -> cancelUnlessDone(loading, guest));
    alarm.start();
    try {
      guest.load(globals);
    } finally {
      alarm.interrupt();
      join(List.of(alarm));
    }
    return guest;
  }

  private static void cancelUnlessDone(Thread loading, Guest guest) {
    try {
      Thread.sleep(LOADING);
      guest.cancel();
    } catch (InterruptedException e) {
      LOG.trace("{} has loaded its script in time", loading);
    }
  }

  /** Waits, for a limited time, until these have ended. */
  static void join(List<Thread> threads) {
    try {
      for (Thread each : threads) {
        each.join(ENDING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void printed(String line) {
    LOG.info("{}: {}", script.name(), line);
  }

  /** A thread of ours, not begun yet. */
  static Thread thread(String name, Runnable task) {
    Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(task);
    thread.setContextClassLoader(GuestOpening.class.getClassLoader());
    return thread;
  }
}
