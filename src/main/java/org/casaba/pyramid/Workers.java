package org.casaba.pyramid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Lets several threads work on the columns of one level, behind the back of the one that decodes.
 * For use by one thread.
 */
final class Workers {
  private final ExecutorService executor;
  private final int threads;
  private final List<Future<?>> underway = new ArrayList<>();

  Workers(ExecutorService executor, int threads) {
    this.executor = executor;
    this.threads = threads;
  }

  /** What is done to each column. */
  @FunctionalInterface
  interface Task {
    void run(Column column) throws IOException;
  }

  /** Begins to do something to each column. */
  void each(List<Column> columns, Task task) {
    int share = Math.ceilDiv(columns.size(), threads);
    for (int i = 0; i < columns.size(); i += share) {
      List<Column> mine = columns.subList(i, Math.min(i + share, columns.size()));
      Callable<Void> job =
          () -> {
            for (Column column : mine) {
              task.run(column);
            }
            return null;
          };
      underway.add(executor.submit(job));
    }
  }

  /** Waits until all that has been begun is done, and throws what went wrong first. */
  void await() throws IOException {
    List<Future<?>> waiting = List.copyOf(underway);
    underway.clear();
    IOException failure = null;
    for (Future<?> each : waiting) {
      try {
        each.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        if (failure == null) {
          failure =
              e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure = new IOException("interrupted", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Waits until nothing is being done, however it ends. */
  void settle() {
    try {
      await();
    } catch (IOException e) {
      // Who closes amid the work has heard of what went wrong.
      return;
    }
  }
}
