package org.casaba.render;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;
import org.jspecify.annotations.Nullable;

/** A stored image of any size that takes no memory, and counts the rows that are open. */
final class TiledWaves implements DecodedImage {
  private final Dimensions size;
  private final PixelLayout layout;
  private final @Nullable Dimensions tile;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger decoded = new AtomicInteger();
  private int damagedRow = -1;
  private @Nullable IOException damage;

  /**
   * @param tile null for an image without tiles
   */
  TiledWaves(Dimensions size, PixelLayout layout, @Nullable Dimensions tile) {
    this.size = size;
    this.layout = layout;
    this.tile = tile;
  }

  /** Throws that in place of a row. */
  TiledWaves damaged(int row, IOException with) {
    damagedRow = row;
    damage = with;
    return this;
  }

  /** Rows that have been begun and not closed. */
  int open() {
    return open.get();
  }

  /** Rows of pixels that have been decoded. */
  int decoded() {
    return decoded.get();
  }

  @Override
  public ImageFacts facts() {
    return new ImageFacts(
        "waves",
        Orientation.UPRIGHT,
        List.of(new ResolutionLevel(size, tile)),
        layout.color() ? ImageFacts.Coloring.COLOR : ImageFacts.Coloring.GRAY,
        layout.alpha());
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return Optional.empty();
  }

  @Override
  public PixelRows rows(int level, Rectangle region) {
    open.incrementAndGet();
    return new Rows(region);
  }

  @Override
  public void close() {}

  private final class Rows implements PixelRows {
    private final Rectangle region;
    private int y;
    private boolean closed;

    Rows(Rectangle region) {
      this.region = region;
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
    public void next(byte[] row) throws IOException {
      if (closed || y == height()) {
        throw new IllegalStateException("closed or at the end");
      }
      int line = region.y() + y++;
      if (line == damagedRow && damage != null) {
        throw damage;
      }
      int bands = layout.bands();
      for (int x = 0; x < width(); x++) {
        int column = region.x() + x;
        for (int band = 0; band < bands; band++) {
          int wave = (column * (3 + band) + line * line / 64 + (column * line >> 9)) & 0x1ff;
          row[x * bands + band] = (byte) (wave > 255 ? 511 - wave : wave);
        }
      }
      decoded.incrementAndGet();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }
}
