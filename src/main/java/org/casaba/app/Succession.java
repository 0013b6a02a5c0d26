package org.casaba.app;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.casaba.web.CurrentSite;
import org.jspecify.annotations.Nullable;

/**
 * The application that is at work, and how another takes its place: from then on requests go to the
 * new one, and the old one is closed when those that it had begun are answered.
 */
final class Succession implements Closeable {
  private final CurrentSite current;
  private final RequestsUnderway requests;
  private final Duration patience;
  private boolean closed;
  private final AtomicReference<@Nullable Application> application = new AtomicReference<>();

  /**
   * @param patience how long requests are waited for in the end
   */
  Succession(CurrentSite current, RequestsUnderway requests, Duration patience) {
    this.current = current;
    this.requests = requests;
    this.patience = patience;
  }

  /** Whether there is an application at all: not before there are settings without mistakes. */
  boolean hasBegun() {
    return application.get() != null;
  }

  /** An application that comes after the end is closed at once. */
  synchronized void replace(Application next) {
    if (closed) {
      next.close();
      return;
    }
    current.replace(next.site());
    closeAfterItsRequests(application.getAndSet(next));
  }

  /**
   * Closes what is at work, and what was at work before, once their requests have been answered; or
   * after a few seconds, since the container takes our classes away then.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      closeAfterItsRequests(application.getAndSet(null));
    }
    requests.end(patience);
  }

  private void closeAfterItsRequests(@Nullable Application old) {
    if (old != null) {
      requests.whenAnswered(old::close);
    }
  }
}
