package org.casaba.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.casaba.cache.DerivativeCache;
import org.casaba.iiif.ImageRequest;
import org.casaba.plan.DerivativeKey;

/**
 * A picture, planned and ready to be rendered into a stream. Holds the stored image open until it
 * is closed.
 */
public final class Picture implements ImageAnswer, Closeable {
  private final OpenImage image;
  private final ImageRequest canonical;
  private final DerivativeKey key;
  private final Instant lastModified;
  private final boolean varies;
  private final DerivativeCache cache;
  private final DerivativeCache.Rendering rendering;

  Picture(
      OpenImage image,
      ImageRequest canonical,
      DerivativeKey key,
      Instant lastModified,
      boolean varies,
      DerivativeCache cache,
      DerivativeCache.Rendering rendering) {
    this.image = image;
    this.canonical = canonical;
    this.key = key;
    this.lastModified = lastModified;
    this.varies = varies;
    this.cache = cache;
    this.rendering = rendering;
  }

  /** The one way to write this request. */
  public ImageRequest canonical() {
    return canonical;
  }

  /** Changes whenever the bytes may; without quotes. */
  public String entityTag() {
    return key.digest();
  }

  /** When the stored image, or how it is rendered, last changed. */
  public Instant lastModified() {
    return lastModified;
  }

  /** Whether another caller may get another picture for the same URI. */
  public boolean varies() {
    return varies;
  }

  /** Writes the file that was asked for. */
  public void writeTo(OutputStream out) throws IOException {
    Optional<byte[]> kept = cache.find(key);
    if (kept.isPresent()) {
      out.write(kept.get());
    } else {
      cache.render(key, rendering, out);
    }
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
