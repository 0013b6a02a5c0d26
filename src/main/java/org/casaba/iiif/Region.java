package org.casaba.iiif;

/** Which part of the full image is wanted (Image API 3.0 section 4.1). */
public sealed interface Region {

  /** All of it. */
  record Full() implements Region {
    @Override
    public String toString() {
      return "full";
    }
  }

  /** The largest square, in the middle. */
  record Square() implements Region {
    @Override
    public String toString() {
      return "square";
    }
  }

  /**
   * Pixels of the full image; may reach beyond its right and bottom edges.
   *
   * @param x 0 or more
   * @param y 0 or more
   * @param width 1 or more
   * @param height 1 or more
   */
  record Pixels(long x, long y, long width, long height) implements Region {
    public Pixels {
      if (x < 0 || y < 0 || width < 1 || height < 1) {
        throw new IllegalArgumentException("empty or negative region");
      }
    }

    @Override
    public String toString() {
      return x + "," + y + "," + width + "," + height;
    }
  }

  /** Hundredths of the full image's width and height; may reach beyond its edges. */
  record Percent(Decimal x, Decimal y, Decimal width, Decimal height) implements Region {
    public Percent {
      if (width.isZero() || height.isZero()) {
        throw new IllegalArgumentException("empty region");
      }
    }

    @Override
    public String toString() {
      return "pct:" + x + "," + y + "," + width + "," + height;
    }
  }
}
