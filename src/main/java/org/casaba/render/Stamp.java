package org.casaba.render;

import java.io.IOException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.ImageFacts;

/** A small picture in memory that is laid over others. Immutable. */
public final class Stamp {
  /** How many pixels it may have: 16 megabytes. */
  public static final int MAX_PIXELS = 4 << 20;

  private final int width;
  private final int height;
  private final int[] argb;

  /**
   * @param argb row by row, 0xAARRGGBB, not premultiplied; not to be changed any more
   */
  Stamp(int width, int height, int[] argb) {
    if (argb.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(argb.length + " pixels of " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  /**
   * Decodes an image in its full size, upright.
   *
   * @throws OverlayException if it has more than {@link #MAX_PIXELS}
   */
  public static Stamp of(DecodedImage image) throws IOException {
    ImageFacts facts = image.facts();
    Dimensions stored = facts.storedSize();
    if (stored.area() > MAX_PIXELS) {
      throw new OverlayException(
          stored.width() + " x " + stored.height() + " pixels are too many for an overlay");
    }
    try (PixelRows source = image.rows(0, stored.whole());
        PixelRows rows = new Turn(facts.orientation()).apply(source)) {
      int[] argb = new int[rows.width() * rows.height()];
      byte[] row = new byte[rows.width() * rows.layout().bands()];
      for (int y = 0; y < rows.height(); y++) {
        rows.next(row);
        pack(row, rows.layout(), argb, y * rows.width(), rows.width());
      }
      return new Stamp(rows.width(), rows.height(), argb);
    }
  }

  private static void pack(byte[] row, PixelLayout layout, int[] argb, int start, int width) {
    int bands = layout.bands();
    int green = layout.color() ? 1 : 0;
    int blue = layout.color() ? 2 : 0;
    for (int i = 0, at = 0; i < width; i++, at += bands) {
      int alpha = layout.alpha() ? row[at + bands - 1] & 0xff : 255;
      argb[start + i] =
          alpha << 24
              | (row[at] & 0xff) << 16
              | (row[at + green] & 0xff) << 8
              | (row[at + blue] & 0xff);
    }
  }

  Dimensions size() {
    return new Dimensions(width, height);
  }

  /** How many pixels it has. */
  public int area() {
    return argb.length;
  }

  /** Whether all that is seen of it is gray. */
  boolean isGray() {
    for (int pixel : argb) {
      boolean gray =
          (pixel >> 16 & 0xff) == (pixel & 0xff) && (pixel >> 8 & 0xff) == (pixel & 0xff);
      if (!gray && pixel >>> 24 != 0) {
        return false;
      }
    }
    return true;
  }

  /** Writes a row as {@link PixelLayout#RGBA}. */
  void row(int y, byte[] rgba) {
    for (int i = y * width, at = 0; i < (y + 1) * width; i++, at += 4) {
      int pixel = argb[i];
      rgba[at] = (byte) (pixel >> 16);
      rgba[at + 1] = (byte) (pixel >> 8);
      rgba[at + 2] = (byte) pixel;
      rgba[at + 3] = (byte) (pixel >>> 24);
    }
  }

  /** So many rows, from the top. */
  PixelRows rows(int from, int count) {
    return new StampRows(this, from, count);
  }
}
