package org.casaba.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.source.Found;
import org.casaba.source.SourceException;
import org.jspecify.annotations.Nullable;

/** An image that several requests use, from before it is opened to after it is closed. */
final class SharedImage implements Closeable {
  /** What the tables and lists of an image's headers take about, in bytes. */
  private static final long HEADERS = 16 << 10;

  /** What is open. */
  record Opened(Content content, DecodedImage stored) {}

  private final OpenImages.Key key;
  private final Found found;
  private final long opening;
  private final CompletableFuture<Opened> opened = new CompletableFuture<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean distrusted;
  private volatile boolean forgotten;

  // What follows is guarded by the pool.

  /** How many have it, or wait for it. */
  int users;

  /** Whether nobody else is to get it. */
  boolean dropped;

  Instant lastUse = Instant.MAX;

  /** Bytes of memory, when they were counted last. */
  long weight;

  /**
   * @param found by which it is to be opened
   * @param opening no other of the pool has that number
   */
  SharedImage(OpenImages.Key key, Found found, long opening) {
    this.key = key;
    this.found = found;
    this.opening = opening;
  }

  long opening() {
    return opening;
  }

  OpenImages.Key key() {
    return key;
  }

  /** Whether it is, or while nobody knows may be, in that state. */
  boolean isStill(Object state) {
    Opened now = hasFailed() ? null : opened.getNow(null);
    Object own = now == null ? found.state() : now.content().state();
    return !distrusted && own.equals(state);
  }

  /**
   * Opens it and reads its headers, unless that has begun before; what fails is told to all who
   * {@link #await}.
   *
   * @return whether it was opened now
   */
  boolean open(OpenImages.Reader reader) {
    if (begun.getAndSet(true)) {
      return false;
    }
    try {
      opened.complete(opened(new WatchedContent(found.open(), this::distrust), reader));
    } catch (Throwable e) {
      opened.completeExceptionally(e);
    }
    return true;
  }

  private Opened opened(Content content, OpenImages.Reader reader) throws IOException {
    try {
      return new Opened(content, reader.read(content, key.page()));
    } catch (Throwable e) {
      try (content) {
        throw e;
      }
    }
  }

  /**
   * Waits until it is open.
   *
   * @return whether it is; if not, whoever opened it was stopped for reasons of its own
   * @throws SourceException as {@link Found#open}
   * @throws IOException as {@link OpenImages.Reader#read}
   */
  boolean await() throws SourceException, IOException {
    try {
      opened.get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another thread opens the image");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ClosedByInterruptException && !Thread.currentThread().isInterrupted()) {
        return false;
      }
      throw rethrown(cause);
    }
  }

  private static AssertionError rethrown(@Nullable Throwable cause)
      throws SourceException, IOException {
    switch (cause) {
      case SourceException missing -> throw missing;
      case IOException unreadable -> throw unreadable;
      case RuntimeException bug -> throw bug;
      case Error grave -> throw grave;
      case null, default -> throw new AssertionError(cause);
    }
  }

  boolean hasFailed() {
    return opened.isCompletedExceptionally();
  }

  Opened opened() {
    return opened.join();
  }

  /** When its bytes last changed. */
  Instant modified() {
    return hasFailed() ? found.version().modified() : opened().content().version().modified();
  }

  /** Something was wrong with it: next time it is opened anew. */
  void distrust() {
    distrusted = true;
  }

  /** What is made of it from now on is not to be kept. */
  void forget() {
    forgotten = true;
  }

  boolean isForgotten() {
    return forgotten;
  }

  /** Bytes of memory that it takes about. */
  long weigh() {
    @Nullable Opened now = hasFailed() ? null : opened.getNow(null);
    return HEADERS + (now == null ? 0 : now.stored().weight());
  }

  @Override
  public void close() throws IOException {
    if (!hasFailed()) {
      Opened open = opened();
      try {
        open.stored().close();
      } finally {
        open.content().close();
      }
    }
  }
}
