package org.casaba.cache.record;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.casaba.cache.Forgotten;
import org.casaba.files.FileProblem;

/** Removes pictures of a tree, and remembers what was in the way. For one thread. */
final class Forgetting implements Consumer<RecordTree.Entry> {
  private final Predicate<RecordTree.Entry> which;
  private final Removal removal;
  private long removed;
  private long left;

  /** The first that was told; empty if there is none. */
  private String reason = "";

  Forgetting(Predicate<RecordTree.Entry> which, Removal removal) {
    this.which = which;
    this.removal = removal;
  }

  /** Removes a picture; whether it was there. */
  @FunctionalInterface
  interface Removal {
    boolean of(RecordTree.Entry entry) throws IOException;
  }

  @Override
  public void accept(RecordTree.Entry entry) {
    if (which.test(entry)) {
      try {
        removed += removal.of(entry) ? 1 : 0;
      } catch (IOException e) {
        left++;
        problem(FileProblem.text(e));
      }
    }
  }

  void problem(String text) {
    if (reason.isEmpty()) {
      reason = text;
    }
  }

  /**
   * What has come of it.
   *
   * @param place of the tree, for administrators
   */
  Forgotten in(Object place) {
    String count = left == 0 ? "" : " (left: " + left + ")";
    return reason.isEmpty()
        ? Forgotten.of(removed)
        : new Forgotten(
            removed,
            List.of("Not all pictures in " + place + " are forgotten: " + reason + count + "."));
  }
}
