package org.casaba.service;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;

/**
 * A stored image with its headers read; closing it closes what it was read from.
 *
 * @param since no answer is older
 */
record OpenImage(Content content, DecodedImage image, Instant since) implements Closeable {

  /** When the image, or the way in which it is shown, last changed. */
  Instant lastModified() {
    Instant modified = content.version().modified();
    return modified.isAfter(since) ? modified : since;
  }

  @Override
  public void close() throws IOException {
    try (content) {
      image.close();
    }
  }
}
