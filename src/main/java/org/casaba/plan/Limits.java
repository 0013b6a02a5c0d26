package org.casaba.plan;

import org.casaba.geometry.Dimensions;

/**
 * The largest answer that may be asked for: maxWidth, maxHeight and maxArea of Image API 3.0
 * section 5.3. The one object is both announced in info.json and enforced.
 *
 * @param maxWidth pixels, 1 or more; {@link #NO_LIMIT} for none
 * @param maxHeight pixels, 1 or more; {@link #NO_LIMIT} for none
 * @param maxArea pixels, 1 or more; {@link Long#MAX_VALUE} for none
 */
public record Limits(int maxWidth, int maxHeight, long maxArea) {
  public static final int NO_LIMIT = Integer.MAX_VALUE;
  public static final Limits NONE = new Limits(NO_LIMIT, NO_LIMIT, Long.MAX_VALUE);

  public Limits {
    if (maxWidth < 1 || maxHeight < 1 || maxArea < 1) {
      throw new IllegalArgumentException("limits are 1 or more");
    }
  }

  /**
   * Limits as people write them: 0 stands for none, and a width alone limits the height too (Image
   * API 3.0 section 5.3: maxWidth without maxHeight).
   */
  public static Limits of(int maxWidth, int maxHeight, long maxArea) {
    int width = maxWidth == 0 ? NO_LIMIT : maxWidth;
    int height = maxHeight == 0 ? width : maxHeight;
    return new Limits(width, height, maxArea == 0 ? Long.MAX_VALUE : maxArea);
  }

  /** The stricter of both in each respect. */
  public Limits and(Limits other) {
    return new Limits(
        Math.min(maxWidth, other.maxWidth),
        Math.min(maxHeight, other.maxHeight),
        Math.min(maxArea, other.maxArea));
  }

  /**
   * The same for this image, so that they can be announced: a height without a width cannot (Image
   * API 3.0 section 5.3), and gets the image's own width.
   */
  public Limits announceable(Dimensions image) {
    return maxWidth == NO_LIMIT && maxHeight != NO_LIMIT
        ? new Limits(image.width(), maxHeight, maxArea)
        : this;
  }

  public boolean allow(Dimensions size) {
    return size.width() <= maxWidth && size.height() <= maxHeight && size.area() <= maxArea;
  }
}
