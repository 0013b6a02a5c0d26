package org.casaba.codec.jpeg;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** One band as gray, three as RGB. */
final class BandPixels implements PixelRows {
  private final BandRows bands;

  /**
   * Pixels of these bands.
   *
   * @param bands of 1 or 3; closed with this
   */
  BandPixels(BandRows bands) {
    this.bands = bands;
  }

  @Override
  public int width() {
    return bands.width();
  }

  @Override
  public int height() {
    return bands.height();
  }

  @Override
  public PixelLayout layout() {
    return bands.bands() == 1 ? PixelLayout.GRAY : PixelLayout.RGB;
  }

  @Override
  public void next(byte[] row) throws IOException {
    bands.next(row);
  }

  @Override
  public void close() throws IOException {
    bands.close();
  }
}
