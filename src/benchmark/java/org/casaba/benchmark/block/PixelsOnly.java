package org.casaba.benchmark.block;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;

/** An image whose stored JPEG data cannot be used without decoding them. */
record PixelsOnly(DecodedImage image) implements DecodedImage {
  @Override
  public ImageFacts facts() {
    return image.facts();
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return image.iccProfile();
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    return image.rows(level, region);
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
