package org.casaba.benchmark.block;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;

/** A part of an image in memory, that costs nothing to decode. */
final class HeldImage implements DecodedImage {
  private final byte[][] rows;
  private final PixelLayout layout;
  private final Dimensions size;

  private HeldImage(byte[][] rows, PixelLayout layout, Dimensions size) {
    this.rows = rows;
    this.layout = layout;
    this.size = size;
  }

  static HeldImage of(DecodedImage image, Rectangle part) throws IOException {
    try (PixelRows source = image.rows(0, part)) {
      byte[][] rows = new byte[source.height()][source.width() * source.layout().bands()];
      for (byte[] row : rows) {
        source.next(row);
      }
      return new HeldImage(rows, source.layout(), part.size());
    }
  }

  @Override
  public ImageFacts facts() {
    return new ImageFacts(
        "TIFF",
        Orientation.UPRIGHT,
        List.of(new ResolutionLevel(size, null)),
        layout.color() ? ImageFacts.Coloring.COLOR : ImageFacts.Coloring.GRAY,
        layout.alpha());
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return Optional.empty();
  }

  @Override
  public PixelRows rows(int level, Rectangle region) {
    return new Rows(region);
  }

  @Override
  public void close() {}

  private final class Rows implements PixelRows {
    private final Rectangle region;
    private int next;

    Rows(Rectangle region) {
      this.region = region;
      this.next = region.y();
    }

    @Override
    public int width() {
      return region.width();
    }

    @Override
    public int height() {
      return region.height();
    }

    @Override
    public PixelLayout layout() {
      return layout;
    }

    @Override
    public void next(byte[] row) {
      int bands = layout.bands();
      System.arraycopy(rows[next], region.x() * bands, row, 0, region.width() * bands);
      next++;
    }

    @Override
    public void close() {}
  }
}
