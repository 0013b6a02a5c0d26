package org.casaba.cache.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Of all pictures that it is shown, those that have been used the longest time ago. */
final class Oldest {
  private static final Comparator<RecordTree.Entry> BY_USE =
      Comparator.comparing(RecordTree.Entry::used);

  private final int most;
  private final PriorityQueue<RecordTree.Entry> entries = new PriorityQueue<>(BY_USE.reversed());
  private long bytes;

  /**
   * @param most how many it remembers
   */
  Oldest(int most) {
    this.most = most;
  }

  void add(RecordTree.Entry entry) {
    bytes += entry.bytes();
    if (entries.size() < most) {
      entries.add(entry);
    } else if (BY_USE.compare(entry, entries.peek()) < 0) {
      entries.poll();
      entries.add(entry);
    }
  }

  /** Bytes of all that it has been shown. */
  long bytes() {
    return bytes;
  }

  /** The oldest first. */
  List<RecordTree.Entry> inOrder() {
    List<RecordTree.Entry> sorted = new ArrayList<>(entries);
    sorted.sort(BY_USE);
    return sorted;
  }
}
