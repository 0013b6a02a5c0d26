package org.casaba.app;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The requests that are being answered, so that what they use can be closed after the last of them.
 * Each gets a number on its way in; whatever waits for the requests of a moment waits until all
 * numbers that had been given by then are gone. Thread-safe.
 */
final class RequestsUnderway {

  /** What is to be run once no request has a number below this one. */
  private record Waiting(long number, Runnable task) {}

  private final SortedSet<Long> underway = new TreeSet<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private long next;

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
    }
    due.forEach(each -> each.task().run());
  }

  /** Runs the task once the requests that are underway now have been answered; now, if none are. */
  void whenAnswered(Runnable task) {
    List<Waiting> due;
    synchronized (this) {
      waiting.add(new Waiting(next, task));
      due = takeDue();
    }
    due.forEach(each -> each.task().run());
  }

  private List<Waiting> takeDue() {
    long oldest = underway.isEmpty() ? next : underway.first();
    List<Waiting> due = waiting.stream().filter(each -> each.number() <= oldest).toList();
    waiting.removeAll(due);
    return due;
  }
}
