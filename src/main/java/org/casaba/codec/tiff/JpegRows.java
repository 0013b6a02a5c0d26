package org.casaba.codec.tiff;

import java.io.IOException;
import org.casaba.codec.jpeg.BandRows;

/** Samples out of a JPEG stream. */
final class JpegRows implements SampleRows {
  private final BandRows bands;
  private final byte[] row;

  JpegRows(BandRows bands) {
    this.bands = bands;
    this.row = new byte[bands.width() * bands.bands()];
  }

  @Override
  public void next(byte[] target, int offset) throws IOException {
    bands.next(row);
    System.arraycopy(row, 0, target, offset, row.length);
  }

  @Override
  public void close() throws IOException {
    bands.close();
  }
}
