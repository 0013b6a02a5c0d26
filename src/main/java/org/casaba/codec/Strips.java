package org.casaba.codec;

import org.casaba.geometry.Dimensions;

/**
 * A picture cut into horizontal strips, the topmost first; all are of one height but the last,
 * which has what is left.
 *
 * @param size of the whole picture
 * @param height rows of a strip: a multiple of {@link #STEP}, or the whole height and more
 */
public record Strips(Dimensions size, int height) {

  /** Heights of strips are multiples of it: the highest row of MCUs that a JPEG can have here. */
  public static final int STEP = 16;

  public Strips {
    if (height < 1 || (height < size.height() && height % STEP != 0)) {
      throw new IllegalArgumentException("strips are not " + height + " rows high");
    }
  }

  /** A picture in one piece. */
  public static Strips one(Dimensions size) {
    return new Strips(size, size.height());
  }

  /** 1 or more. */
  public int count() {
    return Math.ceilDiv(size.height(), height);
  }

  /** First row of a strip. */
  public int from(int strip) {
    return strip * height;
  }

  /** End of a strip's rows, exclusive. */
  public int until(int strip) {
    return (int) Math.min(size.height(), (strip + 1L) * height);
  }
}
