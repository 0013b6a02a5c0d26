package org.casaba.render;

import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** A picture in memory as rows to be pulled, that knows whether it has been closed. */
final class PictureRows implements PixelRows {
  private final Picture picture;
  private final PixelLayout layout;
  private int y;
  private boolean closed;

  PictureRows(Picture picture, PixelLayout layout) {
    this.picture = picture;
    this.layout = layout;
  }

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
  }

  @Override
  public PixelLayout layout() {
    return layout;
  }

  /** How many rows have been pulled. */
  int pulled() {
    return y;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void next(byte[] row) {
    if (y >= height() || closed) {
      throw new IllegalStateException(closed ? "closed" : "all rows have been read");
    }
    int bands = layout.bands();
    int colors = layout.alpha() ? bands - 1 : bands;
    for (int x = 0; x < width(); x++) {
      for (int c = 0; c < colors; c++) {
        row[x * bands + c] = (byte) picture.sample(x, y, colors - 1 - c);
      }
      if (layout.alpha()) {
        row[x * bands + colors] = (byte) picture.sample(x, y, 3);
      }
    }
    y++;
  }

  @Override
  public void close() {
    closed = true;
  }
}
