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
   * How much larger than the allowed area the canvas of a rotated picture may become. A square
   * needs twice its area at 45 degrees; long scrolls need far more, which nobody wants to receive.
   */
  private static final int CANVAS_FACTOR = 4;

  boolean allow(Dimensions size) {
    return limits.allow(size) && Canvas.of(size, degrees).fits(format.maxDimension(), canvasArea());
  }

  private long canvasArea() {
    return degrees == 0 || limits.maxArea() > Long.MAX_VALUE / CANVAS_FACTOR
        ? Long.MAX_VALUE
        : limits.maxArea() * CANVAS_FACTOR;
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
    if (canvasArea() != Long.MAX_VALUE) {
      s = Math.min(s, Math.sqrt(canvasArea() / ((double) canvas.width() * canvas.height())));
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

  /** What is allowed, in words. */
  String describe() {
    StringBuilder words = new StringBuilder(60);
    if (limits.maxWidth() != Limits.NO_LIMIT) {
      words.append("width at most ").append(limits.maxWidth()).append(", ");
    }
    if (limits.maxHeight() != Limits.NO_LIMIT) {
      words.append("height at most ").append(limits.maxHeight()).append(", ");
    }
    if (limits.maxArea() != Long.MAX_VALUE) {
      words.append("at most ").append(limits.maxArea()).append(" pixels in all, ");
    }
    if (format.maxDimension() != Integer.MAX_VALUE) {
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
