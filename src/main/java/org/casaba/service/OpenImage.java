package org.casaba.service;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.metadata.Metadata;
import org.casaba.codec.metadata.MetadataReader;
import org.casaba.content.Content;
import org.casaba.delegate.KnownImage;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.plan.Alterations;
import org.casaba.plan.ImageFacts;
import org.casaba.render.ReducedImage;
import org.jspecify.annotations.Nullable;

/**
 * A stored image with its headers read; closing it lets others have it.
 *
 * @param found what the source found it by, which page it is, and how much of its size is shown
 * @param since no answer is older
 * @param drawn told when a picture has been made of it
 */
record OpenImage(Lease lease, MetaIdentifier found, Instant since, Runnable drawn)
    implements Closeable {

  Content content() {
    return lease.content();
  }

  /** The page that is shown, in full size. */
  private DecodedImage stored() {
    return lease.stored();
  }

  /** What is shown of it. */
  DecodedImage image() {
    return ReducedImage.of(stored(), found.scale());
  }

  /** What planning has to know of what is shown. */
  ImageFacts facts() {
    return image().facts();
  }

  /** Changes to the full image as changes to what is shown of it. */
  Alterations reduced(Alterations alterations) {
    Dimensions full = stored().facts().size();
    Dimensions shown = facts().size();
    return full.equals(shown) ? alterations : alterations.reduced(full, shown);
  }

  /**
   * What the delegate may know.
   *
   * @param result size of what was asked for; null for information
   */
  KnownImage known(@Nullable Dimensions result) {
    return new KnownImage(stored().facts().size(), stored().pageCount(), result, this::embedded);
  }

  private KnownImage.Embedded embedded() throws IOException {
    Metadata read = MetadataReader.read(content());
    return new KnownImage.Embedded(read.exif(), read.iptc(), read.xmpPacket(), read.own());
  }

  /** Whether it has not been changed in the last seconds. */
  boolean isSettled() {
    return lease.isSettled();
  }

  /** Whether nothing is to be kept that is made of it. */
  boolean isForgotten() {
    return lease.isForgotten();
  }

  /** When the image, or the way in which it is shown, last changed. */
  Instant lastModified() {
    Instant modified = content().version().modified();
    return modified.isAfter(since) ? modified : since;
  }

  /** What was read of it made no sense: it is opened anew next time. */
  void distrust() {
    lease.distrust();
  }

  @Override
  public void close() {
    lease.close();
  }
}
