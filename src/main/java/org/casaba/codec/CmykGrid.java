package org.casaba.codec;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * What an ICC profile makes of CMYK, in sRGB: known at 17 values of each ink and interpolated in
 * between, which is a tenth of the work that asking the profile takes. Immutable.
 */
final class CmykGrid {
  private static final int POINTS = 17;

  /** Steps from one point to the next in the direction of an ink. */
  private static final int C = POINTS * POINTS * POINTS;

  private static final int M = POINTS * POINTS;
  private static final int Y = POINTS;
  private static final int K = 1;

  /** Fraction of the way from one point to the next, in 256ths. */
  private static final int FRACTION_SHIFT = 16;

  private static final int STEP_MASK = (1 << FRACTION_SHIFT) - 1;

  /** Red, green and blue in the lowest 24 bits. */
  private final int[] points;

  private CmykGrid(int[] points) {
    this.points = points;
  }

  /** The grid of a profile, if it is a CMYK profile that can be used in this direction. */
  static Optional<CmykGrid> of(byte[] icc) {
    if (!IccProfile.isCmyk(icc)) {
      return Optional.empty();
    }
    byte[] in = allPoints();
    byte[] out = new byte[in.length / 4 * 3];
    try {
      ICC_Profile cmyk = ICC_Profile.getInstance(icc);
      ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
      new ColorConvertOp(new ICC_Profile[] {cmyk, srgb}, null)
          .filter(raster(in, 4), raster(out, 3));
    } catch (CMMException | IllegalArgumentException e) {
      return Optional.empty();
    }
    int[] points = new int[out.length / 3];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          (out[3 * i] & 0xFF) << 16 | (out[3 * i + 1] & 0xFF) << 8 | (out[3 * i + 2] & 0xFF);
    }
    return Optional.of(new CmykGrid(points));
  }

  private static byte[] allPoints() {
    byte[] inks = new byte[4 * POINTS * C];
    for (int point = 0, i = 0; i < inks.length; point++) {
      for (int step : new int[] {C, M, Y, K}) {
        inks[i++] = (byte) Math.round(point / step % POINTS * 255 / (POINTS - 1.0));
      }
    }
    return inks;
  }

  private static WritableRaster raster(byte[] row, int bands) {
    int pixels = row.length / bands;
    int[] offsets = bands == 4 ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 2};
    DataBufferByte buffer = new DataBufferByte(row, row.length);
    return Raster.createInterleavedRaster(buffer, pixels, 1, row.length, bands, offsets, null);
  }

  /**
   * Converts a row.
   *
   * @param cmyk 4 bytes a pixel, 255 for full ink
   * @param rgb receives 3 bytes a pixel
   */
  void convert(byte[] cmyk, byte[] rgb, int pixels) {
    for (int i = 0, in = 0, out = 0; i < pixels; i++, in += 4, out += 3) {
      int color =
          color(cmyk[in] & 0xFF, cmyk[in + 1] & 0xFF, cmyk[in + 2] & 0xFF, cmyk[in + 3] & 0xFF);
      rgb[out] = (byte) (color >> 16);
      rgb[out + 1] = (byte) (color >> 8);
      rgb[out + 2] = (byte) color;
    }
  }

  /**
   * Interpolates within the simplex of five points that the color lies in: from the point below it
   * step by step to the one above it, first in the direction in which it is farthest on.
   */
  private int color(int c, int m, int y, int k) {
    int ac = onAxis(c, C);
    int am = onAxis(m, M);
    int ay = onAxis(y, Y);
    int ak = onAxis(k, K);
    int at = below(c) * C + below(m) * M + below(y) * Y + below(k);
    int a = Math.max(ac, am);
    int b = Math.min(ac, am);
    int d = Math.max(ay, ak);
    int e = Math.min(ay, ak);
    int first = Math.max(a, d);
    int mid1 = Math.min(a, d);
    int mid2 = Math.max(b, e);
    int last = Math.min(b, e);
    int second = Math.max(mid1, mid2);
    int third = Math.min(mid1, mid2);

    int point = points[at];
    int weight = 256 - (first >> FRACTION_SHIFT);
    int redBlue = (point & 0xFF00FF) * weight + 0x800080;
    int green = (point >> 8 & 0xFF) * weight + 0x80;
    point = points[at += first & STEP_MASK];
    weight = (first >> FRACTION_SHIFT) - (second >> FRACTION_SHIFT);
    redBlue += (point & 0xFF00FF) * weight;
    green += (point >> 8 & 0xFF) * weight;
    point = points[at += second & STEP_MASK];
    weight = (second >> FRACTION_SHIFT) - (third >> FRACTION_SHIFT);
    redBlue += (point & 0xFF00FF) * weight;
    green += (point >> 8 & 0xFF) * weight;
    point = points[at += third & STEP_MASK];
    weight = (third >> FRACTION_SHIFT) - (last >> FRACTION_SHIFT);
    redBlue += (point & 0xFF00FF) * weight;
    green += (point >> 8 & 0xFF) * weight;
    point = points[at + (last & STEP_MASK)];
    weight = last >> FRACTION_SHIFT;
    redBlue += (point & 0xFF00FF) * weight;
    green += (point >> 8 & 0xFF) * weight;
    return ((redBlue >>> 8) & 0xFF00FF) | (green & 0xFF00);
  }

  /** The point below an amount of ink, such that there is one above. */
  private static int below(int ink) {
    return ink == 255 ? POINTS - 2 : ink * (POINTS - 1) / 255;
  }

  /** How far an amount of ink is on the way to the next point, above the step that leads there. */
  private static int onAxis(int ink, int step) {
    int fraction = (ink * (POINTS - 1) - below(ink) * 255) * 256 / 255;
    return fraction << FRACTION_SHIFT | step;
  }
}
