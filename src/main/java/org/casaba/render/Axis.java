package org.casaba.render;

/**
 * One direction of a resampling: which stretch of the source becomes how many pixels.
 *
 * @param start where the window begins, in source pixels
 * @param length of the window, in source pixels
 * @param limit pixels that the source has in this direction; beyond its border it is taken to go on
 *     as its last pixel
 * @param outputs pixels that the window becomes
 */
record Axis(double start, double length, int limit, int outputs) {

  /** A millionth of a pixel is not seen, but it would turn a copy into a resampling. */
  private static final double NOTHING = 1e-6;

  Axis {
    start = snapped(start);
    length = snapped(length);
  }

  /** Source pixels for one output pixel. */
  double scale() {
    return length / outputs;
  }

  /** Whether the output is whole pixels of the source, unchanged. */
  boolean isIdentity() {
    return length == outputs && start == Math.rint(start);
  }

  /** Where the middle of an output pixel lies in the source. */
  double centre(int output) {
    return start + (output + 0.5) * scale();
  }

  /** Nearest pixel that the source has. */
  int inside(int pixel) {
    return Math.clamp(pixel, 0, limit - 1);
  }

  private static double snapped(double value) {
    double whole = Math.rint(value);
    return Math.abs(value - whole) < NOTHING ? whole : value;
  }
}
