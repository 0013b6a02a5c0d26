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

  private final Task<T> task;
  private final Thread waiting = Thread.currentThread();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile long begun;
  private boolean begunInVain;
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
   * Waits until it is done.
   *
   * @param nanos how long it may wait for a context, and then again how long it may take
   * @return whether it is done; if not, it is abandoned, and {@link #mustBeStopped} says if it
   *     still runs
   */
  boolean await(long nanos) {
    long limit = System.nanoTime() + nanos;
    while (state.get() != State.DONE) {
      State now = state.get();
      long left = (now == State.RUNNING ? begun + nanos : limit) - System.nanoTime();
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        if (state.compareAndSet(now, State.ABANDONED)) {
          begunInVain = now == State.RUNNING;
          return false;
        }
      } else {
        LockSupport.parkNanos(this, left);
      }
    }
    return true;
  }

  /** To the thread that has waited. */
  boolean mustBeStopped() {
    return begunInVain;
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
