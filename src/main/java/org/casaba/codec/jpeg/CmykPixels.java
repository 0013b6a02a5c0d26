package org.casaba.codec.jpeg;

import java.io.IOException;
import org.casaba.codec.CmykConversion;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** Four bands of CMYK as RGB. */
final class CmykPixels implements PixelRows {
  private final BandRows bands;
  private final CmykConversion conversion;
  private final byte[] cmyk;

  /**
   * Pixels of these bands.
   *
   * @param bands of 4; closed with this
   */
  CmykPixels(BandRows bands, CmykConversion conversion) {
    this.bands = bands;
    this.conversion = conversion;
    cmyk = new byte[4 * bands.width()];
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
    return PixelLayout.RGB;
  }

  @Override
  public void next(byte[] row) throws IOException {
    bands.next(cmyk);
    conversion.convert(cmyk, row, width());
  }

  @Override
  public void close() throws IOException {
    bands.close();
  }
}
