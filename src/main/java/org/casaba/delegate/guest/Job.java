package org.casaba.delegate.guest;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.casaba.delegate.DelegateException;
import org.jspecify.annotations.Nullable;

/** Something to be done in a context, handed from the thread that waits for it to a worker. */
final class Job<T> {

  /** What is done; it has the context for itself meanwhile. */
  @FunctionalInterface
  interface Task<T> {
    T on(Guest guest) throws DelegateException;
  }

  private enum State {
    WAITING,
    RUNNING,
    DONE,
    /** Nobody waits for it any more. */
    ABANDONED
  }

  /** How waiting has ended. */
  enum Outcome {
    DONE,
    /** No context has been free. */
    NOT_BEGUN,
    /** It still runs. */
    TOO_LONG,
    /** It still runs. */
    TOO_LARGE
  }

  /** A script that fills the memory does so at some GB a second. */
  private static final long BETWEEN_LOOKS = 20_000_000;

  private final Task<T> task;
  private final Thread waiting = Thread.currentThread();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile @Nullable Allocation allocation;
  private volatile long begun;
  private @Nullable T result;
  private @Nullable Throwable failure;

  Job(Task<T> task) {
    this.task = task;
  }

  /**
   * Does it, on the worker's thread.
   *
   * @return whether somebody still waited for it at the end; if not, the context has been cancelled
   */
  @SuppressWarnings("CatchingUnchecked") // It is thrown again where it is waited for.
  boolean run(Guest guest) {
    begun = System.nanoTime();
    allocation = Allocation.ofThisThread();
    if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
      return true;
    }
    try {
      result = task.on(guest);
    } catch (DelegateException | RuntimeException | Error e) {
      failure = e;
    }
    boolean inTime = state.compareAndSet(State.RUNNING, State.DONE);
    LockSupport.unpark(waiting);
    return inTime;
  }

  /**
   * Waits until it is done. If it is not, it is abandoned.
   *
   * @param nanos how long it may wait for a context, and then again how long it may take
   */
  Outcome await(long nanos) {
    long limit = System.nanoTime() + nanos;
    while (true) {
      State now = state.get();
      if (now == State.DONE) {
        return Outcome.DONE;
      }
      boolean running = now == State.RUNNING;
      long left = (running ? begun + nanos : limit) - System.nanoTime();
      boolean large = running && isLarge();
      if (left <= 0 || large || Thread.currentThread().isInterrupted()) {
        if (state.compareAndSet(now, State.ABANDONED)) {
          return large ? Outcome.TOO_LARGE : running ? Outcome.TOO_LONG : Outcome.NOT_BEGUN;
        }
      } else {
        LockSupport.parkNanos(this, Math.min(left, BETWEEN_LOOKS));
      }
    }
  }

  private boolean isLarge() {
    Allocation running = allocation;
    return running != null && running.isTooLarge();
  }

  /** What has come of it. */
  @SuppressWarnings("NullAway") // A task that does not fail has a result.
  T result() throws DelegateException {
    Throwable e = failure;
    if (e instanceof DelegateException known) {
      throw known;
    }
    if (e != null) {
      throw new IllegalStateException("a question to the script has failed", e);
    }
    return result;
  }
}
