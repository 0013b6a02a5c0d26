package org.casaba.codec.png;

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
import org.jspecify.annotations.Nullable;

/** A PNG file: one level, no tiles. */
final class PngImage implements DecodedImage {
  private final Content content;
  private final PngHeader header;
  private final SampleConversion conversion;
  private final long firstIdat;
  private final byte @Nullable [] profile;
  private final ImageFacts facts;

  PngImage(
      Content content,
      PngHeader header,
      SampleConversion conversion,
      long firstIdat,
      Orientation orientation,
      byte @Nullable [] profile) {
    this.content = content;
    this.header = header;
    this.conversion = conversion;
    this.firstIdat = firstIdat;
    this.profile = profile;
    Dimensions size = new Dimensions(header.width(), header.height());
    this.facts =
        new ImageFacts(
            "PNG",
            orientation,
            List.of(new ResolutionLevel(size, null)),
            conversion.coloring(),
            conversion.layout().alpha());
  }

  @Override
  public ImageFacts facts() {
    return facts;
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return Optional.ofNullable(profile);
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    Objects.checkIndex(level, 1);
    if (!region.isInside(facts.storedSize())) {
      throw new IllegalArgumentException("the region lies outside");
    }
    Scanlines scanlines = new Scanlines(content, header, firstIdat);
    return header.interlaced()
        ? new InterlacedRows(scanlines, header, conversion, region)
        : new SequentialRows(scanlines, conversion, region);
  }

  @Override
  public void close() {}
}
