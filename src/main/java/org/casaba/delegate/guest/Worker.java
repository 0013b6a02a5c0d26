package org.casaba.delegate.guest;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.casaba.delegate.DelegateException;
import org.jspecify.annotations.Nullable;

/**
 * A thread with a context, as long as both are of use. It opens the context, answers jobs in it,
 * and closes it.
 */
final class Worker implements Runnable {
  private final ContextPool pool;
  private final AtomicReference<@Nullable Guest> guest = new AtomicReference<>();
  private volatile @Nullable Job<?> job;
  private volatile boolean hasOpened;

  Worker(ContextPool pool) {
    this.pool = pool;
  }

  @Override
  public void run() {
    try {
      Guest opened = pool.open(guest::set);
      hasOpened = true;
      pool.opened(opened.functions());
      work(opened);
    } catch (DelegateException | RuntimeException | Error e) {
      pool.failed(e);
    } finally {
      Optional.ofNullable(guest.get()).ifPresent(Guest::close);
      pool.gone(this);
    }
  }

  private void work(Guest opened) {
    boolean useful = true;
    while (useful) {
      Job<?> next = pool.next();
      if (next == null) {
        return;
      }
      job = next;
      useful = next.run(opened) && !opened.isSpoiled();
      job = null;
    }
  }

  boolean hasOpened() {
    return hasOpened;
  }

  boolean isBusy() {
    return job != null;
  }

  boolean isAt(Job<?> wanted) {
    return job == wanted;
  }

  /** The name of the function that is being called. */
  Optional<String> running() {
    return Optional.ofNullable(guest.get()).flatMap(Guest::running).map(ScriptFunction::snakeCase);
  }

  /** Ends whatever runs in the context; waits until it has ended. */
  void cancel() {
    Optional.ofNullable(guest.get()).ifPresent(Guest::cancel);
  }
}
