package org.casaba.codec.gif;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelRows;
import org.casaba.codec.Spool;
import org.casaba.content.Content;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;

/** A GIF file: one level, no tiles. */
final class GifImage implements DecodedImage {
  private final Content content;
  private final GifFrame frame;
  private final ImageFacts facts;

  GifImage(Content content, GifFrame frame) {
    this.content = content;
    this.frame = frame;
    this.facts =
        new ImageFacts(
            "GIF",
            Orientation.UPRIGHT,
            List.of(new ResolutionLevel(frame.screen(), null)),
            frame.colors().coloring(),
            frame.colors().layout().alpha());
  }

  @Override
  public ImageFacts facts() {
    return facts;
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return Optional.empty();
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    Objects.checkIndex(level, 1);
    if (!region.isInside(frame.screen())) {
      throw new IllegalArgumentException("the region lies outside");
    }
    LzwReader indices = new LzwReader(content, frame.indexStart());
    return new GifRows(frame, new FrameRows(indices, frame), region);
  }

  @Override
  public long rowsMemory(int level, Rectangle region) {
    long rows = DecodedImage.super.rowsMemory(level, region);
    return frame.interlaced() ? rows + Spool.mainMemory(frame.bounds().size().area()) : rows;
  }

  @Override
  public void close() {}
}
