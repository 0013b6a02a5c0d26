package org.casaba.render;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.jspecify.annotations.Nullable;

/** A picture in memory as rows to be pulled, that knows whether it has been closed. */
final class PictureRows implements PixelRows {
  private final Picture picture;
  private final PixelLayout layout;
  private final @Nullable IOException damage;
  private int y;
  private boolean closed;

  /**
   * @param damage what is thrown in place of the third row; null for none
   */
  PictureRows(Picture picture, PixelLayout layout, @Nullable IOException damage) {
    this.picture = picture;
    this.layout = layout;
    this.damage = damage;
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
  public void next(byte[] row) throws IOException {
    if (y >= height() || closed) {
      throw new IllegalStateException(closed ? "closed" : "all rows have been read");
    }
    if (y == 2 && damage != null) {
      throw damage;
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
