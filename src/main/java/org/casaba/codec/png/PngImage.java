package org.casaba.codec.png;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelRows;
import org.casaba.codec.Spool;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;

/** A PNG file: one level, no tiles. */
final class PngImage implements DecodedImage {
  private final Content content;
  private final PngFile file;
  private final ImageFacts facts;

  PngImage(Content content, PngFile file) {
    this.content = content;
    this.file = file;
    Dimensions size = new Dimensions(file.header().width(), file.header().height());
    this.facts =
        new ImageFacts(
            "PNG",
            file.orientation(),
            List.of(new ResolutionLevel(size, null)),
            file.conversion().coloring(),
            file.conversion().layout().alpha());
  }

  @Override
  public ImageFacts facts() {
    return facts;
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return file.profile();
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    Objects.checkIndex(level, 1);
    if (!region.isInside(facts.storedSize())) {
      throw new IllegalArgumentException("the region lies outside");
    }
    Scanlines scanlines = new Scanlines(content, file.header(), file.firstIdat());
    return file.header().interlaced()
        ? new InterlacedRows(scanlines, file.header(), file.conversion(), region)
        : new SequentialRows(scanlines, file.conversion(), region);
  }

  @Override
  public long weight() {
    return file.profile().map(profile -> profile.length).orElse(0);
  }

  @Override
  public long rowsMemory(int level, Rectangle region) {
    long rows = DecodedImage.super.rowsMemory(level, region);
    long pixels = region.size().area() * file.conversion().layout().bands();
    return file.header().interlaced() ? rows + Spool.mainMemory(pixels) : rows;
  }

  @Override
  public void close() {}
}
