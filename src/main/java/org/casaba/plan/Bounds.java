package org.casaba.plan;

import org.casaba.geometry.Dimensions;
import org.casaba.iiif.Format;

/**
 * Everything that bounds the size of one answer: the limits that info.json announces, how large a
 * file of the output format can be once the picture is rotated, and how far the region may be
 * enlarged.
 *
 * @param limits on the scaled region, before it is turned
 * @param format whose own limit holds for the canvas, after turning
 * @param degrees rotation beyond quarter turns: 0 or more, less than 90
 * @param maxScale how many times larger than the region the answer may be
 */
record Bounds(Limits limits, Format format, double degrees, double maxScale) {

  /**
   * How much larger than the picture its canvas may become where it is larger than the allowed
   * area. A square needs twice its area at 45 degrees; long scrolls need far more, all of it empty.
   */
  private static final int CANVAS_FACTOR = 4;

  boolean allow(Dimensions size) {
    Canvas canvas = Canvas.of(size, degrees);
    return limits.allow(size) && canvas.fits(format.maxDimension()) && !isWaste(canvas, size);
  }

  /** Whether the canvas is larger than any picture may be, and hardly any of it is picture. */
  private boolean isWaste(Canvas canvas, Dimensions size) {
    return degrees != 0 && canvas.area() > limits.maxArea() && isMostlyEmpty(canvas, size);
  }

  private static boolean isMostlyEmpty(Canvas canvas, Dimensions size) {
    return canvas.area() > (double) CANVAS_FACTOR * size.area();
  }

  /**
   * The largest size in the region's proportion, at most {@code scale} times the region, that is
   * allowed; at least one pixel either way.
   */
  Dimensions largest(Dimensions region, double scale) {
    double s = scale;
    s = Math.min(s, (double) limits.maxWidth() / region.width());
    s = Math.min(s, (double) limits.maxHeight() / region.height());
    s = Math.min(s, Math.sqrt((double) limits.maxArea() / region.area()));
    Canvas canvas = Canvas.of(region, degrees);
    s = Math.min(s, (double) format.maxDimension() / Math.max(canvas.width(), canvas.height()));
    if (degrees != 0 && isMostlyEmpty(canvas, region)) {
      s = Math.min(s, Math.sqrt(limits.maxArea() / canvas.area()));
    }
    int width = side(region.width() * s);
    int height = side(region.height() * s);
    while (!allow(new Dimensions(width, height)) && (width > 1 || height > 1)) {
      if (width >= height) {
        width--;
        height = side((double) region.height() * width / region.width());
      } else {
        height--;
        width = side((double) region.width() * height / region.height());
      }
    }
    return new Dimensions(width, height);
  }

  private static int side(double exact) {
    return Math.clamp(Math.round(exact), 1, Integer.MAX_VALUE);
  }

  private static int whole(long side) {
    return (int) Math.min(side, Integer.MAX_VALUE);
  }

  /** Why that size, which is not allowed, is not, in words. */
  String describe(long w, long h) {
    StringBuilder words = new StringBuilder(60);
    if (w > limits.maxWidth()) {
      words.append("width at most ").append(limits.maxWidth()).append(", ");
    }
    if (h > limits.maxHeight()) {
      words.append("height at most ").append(limits.maxHeight()).append(", ");
    }
    if ((double) w * h > limits.maxArea()) {
      words.append("at most ").append(limits.maxArea()).append(" pixels in all, ");
    }
    Dimensions size = new Dimensions(whole(w), whole(h));
    Canvas canvas = Canvas.of(size, degrees);
    if (isWaste(canvas, size)) {
      words
          .append("turned it is ")
          .append(canvas.width())
          .append(" x ")
          .append(canvas.height())
          .append(", which may be at most ")
          .append(limits.maxArea())
          .append(" pixels in all, ");
    }
    if (!canvas.fits(format.maxDimension())) {
      words
          .append("a ")
          .append(format.extension())
          .append(" file at most ")
          .append(format.maxDimension())
          .append(" pixels in either direction, ");
    }
    words.append("ask for max to get the largest");
    return words.toString();
  }
}
