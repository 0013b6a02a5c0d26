package org.casaba.codec;

/**
 * What the bytes of one pixel mean; each band is one byte, 0 to 255, alpha is not premultiplied.
 */
public enum PixelLayout {
  GRAY(1, false),
  GRAY_ALPHA(2, true),
  RGB(3, false),
  RGBA(4, true);

  private final int bands;
  private final boolean alpha;

  PixelLayout(int bands, boolean alpha) {
    this.bands = bands;
    this.alpha = alpha;
  }

  /** The layout with or without colours and opacity. */
  public static PixelLayout of(boolean color, boolean alpha) {
    if (color) {
      return alpha ? RGBA : RGB;
    }
    return alpha ? GRAY_ALPHA : GRAY;
  }

  /** Whether the first three bands are red, green and blue, not one gray. */
  public boolean color() {
    return bands >= 3;
  }

  /** Bytes per pixel. */
  public int bands() {
    return bands;
  }

  /** Whether the last band is opacity: 0 transparent, 255 opaque. */
  public boolean alpha() {
    return alpha;
  }
}
