package org.casaba.render;

import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** The rows of a stamp, from the top. */
final class StampRows implements PixelRows {
  private final Stamp stamp;
  private int y;

  StampRows(Stamp stamp) {
    this.stamp = stamp;
  }

  @Override
  public int width() {
    return stamp.size().width();
  }

  @Override
  public int height() {
    return stamp.size().height();
  }

  @Override
  public PixelLayout layout() {
    return PixelLayout.RGBA;
  }

  @Override
  public void next(byte[] row) {
    if (y == height()) {
      throw new IllegalStateException("no more rows");
    }
    stamp.row(y++, row);
  }

  @Override
  public void close() {}
}
