package org.casaba.cache.record;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that may hang, as those to a share whose server is gone, on threads of its own, and
 * waits for each a limited time. Thread-safe.
 */
final class TimedCalls implements Closeable {
  private static final int MOST_THREADS = 32;

  private final Duration longest;
  private final ThreadPoolExecutor executor;

  /**
   * @param name of the threads
   * @param longest how long a call may take
   */
  TimedCalls(String name, Duration longest) {
    this.longest = longest;
    executor =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> Threads.daemon(name, work));
  }

  /** Finds something. */
  @FunctionalInterface
  interface Call<T> {
    Optional<T> run() throws IOException;
  }

  /** The call's time is over: it may go on, for nobody. */
  static final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    NoAnswerException() {
      super("there is no answer in time");
    }
  }

  /**
   * What the call finds; nothing if there are too many others.
   *
   * @throws NoAnswerException if it takes too long
   * @throws IOException what the call throws
   */
  <T> Optional<T> find(Call<T> call) throws IOException {
    Future<Optional<T>> future;
    try {
      future = executor.submit(call::run);
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
    try {
      return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new NoAnswerException();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw explained(e.getCause());
    }
  }

  private static IOException explained(@Nullable Throwable cause) {
    return cause instanceof IOException known ? known : new IOException(cause);
  }

  @Override
  public void close() {
    Threads.end(executor, Duration.ZERO);
  }
}
