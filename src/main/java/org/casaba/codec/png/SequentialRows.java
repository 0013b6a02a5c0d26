package org.casaba.codec.png;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Rectangle;

/** A part of a PNG file that is not interlaced. */
final class SequentialRows implements PixelRows {
  private final Scanlines scanlines;
  private final SampleConversion conversion;
  private final Rectangle region;

  /** The row of the file that comes next. */
  private int y;

  SequentialRows(Scanlines scanlines, SampleConversion conversion, Rectangle region) {
    this.scanlines = scanlines;
    this.conversion = conversion;
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
    return conversion.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y == region.bottom()) {
      throw new IllegalStateException("no more rows");
    }
    for (; y < region.y(); y++) {
      scanlines.next();
    }
    conversion.convert(scanlines.next(), region.x(), region.width(), row);
    y++;
  }

  @Override
  public void close() {
    scanlines.close();
  }
}
