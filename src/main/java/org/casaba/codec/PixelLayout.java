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

  /** Bytes per pixel. */
  public int bands() {
    return bands;
  }

  /** Whether the last band is opacity: 0 transparent, 255 opaque. */
  public boolean alpha() {
    return alpha;
  }
}
