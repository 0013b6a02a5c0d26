package org.casaba.geometry;

/**
 * A part of a picture whose edges may lie between pixels: where a region of the full image falls on
 * a smaller resolution level. Unit: pixels of that level; the origin is the outer corner of the top
 * left pixel.
 *
 * @param x left edge, 0 or more
 * @param y top edge, 0 or more
 * @param width more than 0
 * @param height more than 0
 */
public record Window(double x, double y, double width, double height) {
  public Window {
    if (!(x >= 0 && y >= 0 && width > 0 && height > 0)) {
      throw new IllegalArgumentException(
          "window " + x + "," + y + "," + width + "," + height + " is empty or negative");
    }
  }

  public static Window of(Rectangle r) {
    return new Window(r.x(), r.y(), r.width(), r.height());
  }
}
