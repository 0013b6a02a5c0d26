package org.casaba.service;

import java.io.Closeable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;

/** The right to use an open image, until it is closed. */
final class Lease implements Closeable {
  private final OpenImages pool;
  private final SharedImage image;
  private final AtomicBoolean ended = new AtomicBoolean();

  Lease(OpenImages pool, SharedImage image) {
    this.pool = pool;
    this.image = image;
  }

  Content content() {
    return image.opened().content();
  }

  /** The page, in full size. */
  DecodedImage stored() {
    return image.opened().stored();
  }

  /** Tells this image, as long as it is open, from all others that have been opened. */
  long opening() {
    return image.opening();
  }

  /** Whether a change to its bytes would show in its version. */
  boolean isSettled() {
    return pool.isSettled(image);
  }

  /** Whether somebody wants nothing to be kept of what is open. */
  boolean isForgotten() {
    return image.isForgotten();
  }

  /** What was read of it made no sense: whoever wants it next opens it anew. */
  void distrust() {
    image.distrust();
  }

  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      pool.release(image);
    }
  }
}
