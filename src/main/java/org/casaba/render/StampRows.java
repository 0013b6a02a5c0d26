package org.casaba.render;

import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** Some rows of a stamp, from the top. */
final class StampRows implements PixelRows {
  private final Stamp stamp;
  private final int height;
  private final int end;
  private int y;

  /**
   * @param from the first row
   */
  StampRows(Stamp stamp, int from, int height) {
    this.stamp = stamp;
    this.y = from;
    this.height = height;
    this.end = from + height;
  }

  @Override
  public int width() {
    return stamp.size().width();
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public PixelLayout layout() {
    return PixelLayout.RGBA;
  }

  @Override
  public void next(byte[] row) {
    if (y == end) {
      throw new IllegalStateException("no more rows");
    }
    stamp.row(y++, row);
  }

  @Override
  public void close() {}
}
