package org.casaba.render;

import org.casaba.codec.PixelRows;
import org.casaba.geometry.Orientation;

/** Mirrors a picture and turns it by quarters. Only what needs other rows first is spooled. */
record Turn(Orientation orientation) implements Step {

  @Override
  public PixelRows apply(PixelRows rows) {
    return switch (orientation) {
      case UPRIGHT -> rows;
      case MIRRORED -> mirrored(rows);
      case TURNED_90, TURNED_180, TURNED_270, MIRRORED_90, MIRRORED_180, MIRRORED_270 ->
          new TurnedRows(rows, orientation);
    };
  }

  private static PixelRows mirrored(PixelRows rows) {
    int bands = rows.layout().bands();
    return new EachRow(
        rows, rows.layout(), (from, to, width) -> reverse(from, 0, to, width * bands, bands));
  }

  /** Copies {@code length} bytes from {@code start} on with the order of the pixels reversed. */
  static void reverse(byte[] from, int start, byte[] to, int length, int bands) {
    if (bands == 3) {
      for (int i = start, t = length - 3; t >= 0; i += 3, t -= 3) {
        to[t] = from[i];
        to[t + 1] = from[i + 1];
        to[t + 2] = from[i + 2];
      }
      return;
    }
    for (int i = start, t = length - bands; t >= 0; i += bands, t -= bands) {
      for (int band = 0; band < bands; band++) {
        to[t + band] = from[i + band];
      }
    }
  }
}
