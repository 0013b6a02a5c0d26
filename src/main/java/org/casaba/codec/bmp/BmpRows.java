package org.casaba.codec.bmp;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Rectangle;

/** A part of a BMP file. */
final class BmpRows implements PixelRows {
  private final StoredRows stored;
  private final Pixels pixels;
  private final Rectangle region;
  private int y;

  BmpRows(StoredRows stored, Pixels pixels, Rectangle region) {
    this.stored = stored;
    this.pixels = pixels;
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
    return pixels.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y == region.height()) {
      throw new IllegalStateException("no more rows");
    }
    pixels.convert(stored.next(), region.x() - stored.firstColumn(), region.width(), row);
    y++;
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
