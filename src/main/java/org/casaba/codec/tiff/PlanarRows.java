package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.List;

/** Samples that are stored in segments of their own, side by side again. */
final class PlanarRows implements SampleRows {
  private final List<SampleRows> planes;
  private final byte[] row;

  /**
   * Takes over the planes.
   *
   * @param width pixels in a row
   */
  PlanarRows(List<SampleRows> planes, int width) {
    this.planes = planes;
    this.row = new byte[width];
  }

  @Override
  public void next(byte[] target, int offset) throws IOException {
    int step = planes.size();
    for (int p = 0; p < step; p++) {
      planes.get(p).next(row, 0);
      for (int i = 0, t = offset + p; i < row.length; i++, t += step) {
        target[t] = row[i];
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (SampleRows plane : planes) {
      plane.close();
    }
  }
}
