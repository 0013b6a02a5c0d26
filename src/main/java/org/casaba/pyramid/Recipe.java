package org.casaba.pyramid;

/**
 * How a pyramid is to be made.
 *
 * @param tile width and height of a tile in pixels, a multiple of 16 from 64 to 4096
 * @param quality of what is encoded as JPEG, 1 to 100 on libjpeg's scale
 * @param preference which pictures are stored as JPEG
 */
public record Recipe(int tile, int quality, Preference preference) {
  public static final int STANDARD_TILE = 512;
  public static final int STANDARD_QUALITY = 90;

  private static final int SMALLEST_TILE = 64;
  private static final int LARGEST_TILE = 4096;

  public Recipe {
    if (tile % 16 != 0 || tile < SMALLEST_TILE || tile > LARGEST_TILE) {
      throw new IllegalArgumentException(
          "The tile size is a multiple of 16 from 64 to 4096, not " + tile);
    }
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("The quality is from 1 to 100, not " + quality);
    }
  }

  /** Transparent and bilevel pictures are never stored as JPEG. */
  public enum Preference {
    /** With loss what has been compressed with loss before. */
    LIKE_SOURCE,
    /** With loss. */
    JPEG,
    /** Without further loss: JPEG only where the stored data can be kept. */
    LOSSLESS
  }
}
