package org.casaba.geometry;

/**
 * Width and height of a picture in pixels, both at least 1.
 *
 * @param width pixels, 1 or more
 * @param height pixels, 1 or more
 */
public record Dimensions(int width, int height) {
  public Dimensions {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("dimensions " + width + " x " + height + " are below 1");
    }
  }

  /** Number of pixels; never overflows. */
  public long area() {
    return (long) width * height;
  }

  public Dimensions transposed() {
    return new Dimensions(height, width);
  }

  /** The rectangle at the origin that covers a picture of this size. */
  public Rectangle whole() {
    return new Rectangle(0, 0, width, height);
  }

  /** Whether a picture of this size fits into {@code other} without being turned. */
  public boolean fitsInto(Dimensions other) {
    return width <= other.width && height <= other.height;
  }
}
