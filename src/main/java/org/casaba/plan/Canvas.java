package org.casaba.plan;

import org.casaba.geometry.Dimensions;

/**
 * The upright canvas that holds a rotated picture, to the nearest pixel.
 *
 * @param width pixels
 * @param height pixels
 */
record Canvas(long width, long height) {

  /**
   * @param degrees clockwise, 0 or more, less than 90
   */
  static Canvas of(Dimensions picture, double degrees) {
    if (degrees == 0) {
      return new Canvas(picture.width(), picture.height());
    }
    double sin = Math.sin(Math.toRadians(degrees));
    double cos = Math.cos(Math.toRadians(degrees));
    return new Canvas(
        side(picture.width() * cos + picture.height() * sin),
        side(picture.width() * sin + picture.height() * cos));
  }

  private static long side(double exact) {
    return Math.max(1, Math.round(exact));
  }

  /** Whether a file with sides of at most that many pixels holds it. */
  boolean fits(int maxSide) {
    return width <= maxSide && height <= maxSide;
  }

  /** Pixels, beyond what whole numbers hold too. */
  double area() {
    return (double) width * height;
  }
}
