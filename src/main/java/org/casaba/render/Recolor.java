package org.casaba.render;

import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.iiif.Quality;

/**
 * Gives a picture the colours of a quality: gray by the luma of ITU-R BT.601, bitonal by a
 * threshold at middle gray, which opacity must pass too. A picture that has less colour than asked
 * for stays as it is.
 */
record Recolor(Quality quality) implements Step {
  private static final int THRESHOLD = 128;

  @Override
  public PixelRows apply(PixelRows rows) {
    return switch (quality) {
      case DEFAULT, COLOR -> rows;
      case GRAY -> gray(rows);
      case BITONAL -> bitonal(gray(rows));
    };
  }

  private static PixelRows gray(PixelRows rows) {
    return switch (rows.layout()) {
      case GRAY, GRAY_ALPHA -> rows;
      case RGB -> new EachRow(rows, PixelLayout.GRAY, Recolor::grayFromRgb);
      case RGBA -> new EachRow(rows, PixelLayout.GRAY_ALPHA, Recolor::grayFromRgba);
    };
  }

  private static PixelRows bitonal(PixelRows rows) {
    int bands = rows.layout().bands();
    return new EachRow(
        rows, rows.layout(), (from, to, width) -> threshold(from, to, width * bands));
  }

  private static void grayFromRgb(byte[] from, byte[] to, int width) {
    for (int i = 0; i < width; i++) {
      to[i] = luma(from, 3 * i);
    }
  }

  private static void grayFromRgba(byte[] from, byte[] to, int width) {
    for (int i = 0; i < width; i++) {
      to[2 * i] = luma(from, 4 * i);
      to[2 * i + 1] = from[4 * i + 3];
    }
  }

  private static byte luma(byte[] rgb, int at) {
    int red = rgb[at] & 0xff;
    int green = rgb[at + 1] & 0xff;
    int blue = rgb[at + 2] & 0xff;
    return (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
  }

  private static void threshold(byte[] from, byte[] to, int length) {
    for (int i = 0; i < length; i++) {
      to[i] = (from[i] & 0xff) >= THRESHOLD ? (byte) 255 : 0;
    }
  }
}
