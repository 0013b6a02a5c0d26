package org.casaba.service;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.delegate.KnownImage;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.plan.ImageFacts;
import org.jspecify.annotations.Nullable;

/**
 * A stored image with its headers read; closing it closes what it was read from.
 *
 * @param asked which page of it is shown, and how much of its size
 * @param since no answer is older
 */
record OpenImage(Content content, DecodedImage image, MetaIdentifier asked, Instant since)
    implements Closeable {

  /** What planning has to know. */
  ImageFacts facts() {
    return image.facts();
  }

  /**
   * What the delegate may know.
   *
   * @param result size of what was asked for; null for information
   */
  KnownImage known(@Nullable Dimensions result) {
    return new KnownImage(image.facts().size(), 1, result, () -> KnownImage.Embedded.NOTHING);
  }

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
