package org.casaba.render;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Rectangle;

/** A picture of which parts are black. */
final class RedactedRows implements PixelRows {
  private final PixelRows source;
  private final List<Rectangle> parts;
  private int y;

  /**
   * @param parts inside the picture
   */
  RedactedRows(PixelRows source, List<Rectangle> parts) {
    this.source = source;
    this.parts = parts;
  }

  @Override
  public int width() {
    return source.width();
  }

  @Override
  public int height() {
    return source.height();
  }

  @Override
  public PixelLayout layout() {
    return source.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    source.next(row);
    for (Rectangle part : parts) {
      if (y >= part.y() && y < part.bottom()) {
        blacken(row, part);
      }
    }
    y++;
  }

  private void blacken(byte[] row, Rectangle part) {
    int bands = source.layout().bands();
    int end = part.right() * bands;
    Arrays.fill(row, part.x() * bands, end, (byte) 0);
    if (source.layout().alpha()) {
      for (int i = (part.x() + 1) * bands - 1; i < end; i += bands) {
        row[i] = (byte) 255;
      }
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
