package org.casaba.codec.bmp;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelRows;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;

/** A BMP file: one level, no tiles. */
final class BmpImage implements DecodedImage {
  private final Content content;
  private final BmpHeader header;
  private final Pixels pixels;
  private final Optional<byte[]> profile;
  private final ImageFacts facts;

  BmpImage(Content content, BmpHeader header, Pixels pixels, Optional<byte[]> profile) {
    this.content = content;
    this.header = header;
    this.pixels = pixels;
    this.profile = profile;
    Dimensions size = new Dimensions(header.width(), header.height());
    this.facts =
        new ImageFacts(
            "BMP",
            Orientation.UPRIGHT,
            List.of(new ResolutionLevel(size, null)),
            pixels.coloring(),
            pixels.layout().alpha());
  }

  @Override
  public ImageFacts facts() {
    return facts;
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return profile;
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    Objects.checkIndex(level, 1);
    if (!region.isInside(facts.storedSize())) {
      throw new IllegalArgumentException("the region lies outside");
    }
    StoredRows rows =
        header.isRunLength()
            ? new RunLengthRows(content, header, region)
            : new RowsInPlace(content, header, region);
    return new BmpRows(rows, pixels, region);
  }

  @Override
  public long weight() {
    return profile.map(bytes -> bytes.length).orElse(0);
  }

  @Override
  public void close() {}
}
