package org.casaba.geometry;

import java.util.Optional;

/**
 * A part of a picture in whole pixels; the origin is the top left corner.
 *
 * @param x left edge, 0 or more
 * @param y top edge, 0 or more
 * @param width pixels, 1 or more
 * @param height pixels, 1 or more
 */
public record Rectangle(int x, int y, int width, int height) {
  public Rectangle {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "rectangle " + x + "," + y + "," + width + "," + height + " is empty or negative");
    }
    if ((long) x + width > Integer.MAX_VALUE || (long) y + height > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("rectangle ends beyond 2^31 pixels");
    }
  }

  /** First column right of the rectangle. */
  public int right() {
    return x + width;
  }

  /** First row below the rectangle. */
  public int bottom() {
    return y + height;
  }

  public Dimensions size() {
    return new Dimensions(width, height);
  }

  /** What both have in common; nothing if that is no pixel. */
  public Optional<Rectangle> intersection(Rectangle other) {
    int left = Math.max(x, other.x);
    int top = Math.max(y, other.y);
    int right = Math.min(right(), other.right());
    int bottom = Math.min(bottom(), other.bottom());
    return right > left && bottom > top
        ? Optional.of(new Rectangle(left, top, right - left, bottom - top))
        : Optional.empty();
  }

  public boolean isInside(Dimensions picture) {
    return right() <= picture.width() && bottom() <= picture.height();
  }
}
