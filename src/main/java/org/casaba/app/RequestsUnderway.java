package org.casaba.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * The requests that are being answered, so that what they use can be closed after the last of them.
 * Each gets a number on its way in; whatever waits for the requests of a moment waits until all
 * numbers that had been given by then are gone. Thread-safe.
 */
final class RequestsUnderway {

  private static final Duration ENDING = Duration.ofSeconds(30);

  /** What is to be run once no request has a number below this one. */
  private record Waiting(long number, Runnable task) {}

  private final NavigableSet<Long> underway = new TreeSet<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private long next;

  /** Tasks that have been taken and have not ended. */
  private int running;

  /** A request begins; answers the number to {@link #leave} with. */
  synchronized long enter() {
    underway.add(next);
    return next++;
  }

  /** The request of that number has been answered. Runs what has waited for it only. */
  void leave(long number) {
    List<Waiting> due;
    synchronized (this) {
      underway.remove(number);
      due = takeDue();
      notifyAll();
    }
    run(due);
  }

  /** Runs the task once the requests that are underway now have been answered; now, if none are. */
  void whenAnswered(Runnable task) {
    List<Waiting> due;
    synchronized (this) {
      waiting.add(new Waiting(next, task));
      due = takeDue();
    }
    run(due);
  }

  /**
   * Waits until nothing is underway, and runs what has waited for that; after some time in any
   * case. Afterwards no task is being run, unless one has not ended in that time either.
   */
  void end(Duration atMost) {
    List<Waiting> due;
    synchronized (this) {
      await(underway::isEmpty, atMost);
      due = List.copyOf(waiting);
      waiting.clear();
      running += due.size();
    }
    run(due);
    synchronized (this) {
      await(() -> running == 0, ENDING);
    }
  }

  private void await(BooleanSupplier condition, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      long left = atMost.toMillis();
      while (!condition.getAsBoolean() && left > 0) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(List<Waiting> due) {
    for (Waiting each : due) {
      try {
        each.task().run();
      } finally {
        synchronized (this) {
          running--;
          notifyAll();
        }
      }
    }
  }

  private List<Waiting> takeDue() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    long oldest = underway.isEmpty() ? next : underway.first();
    List<Waiting> due = waiting.stream().filter(each -> each.number() <= oldest).toList();
    waiting.removeAll(due);
    running += due.size();
    return due;
  }
}
