package org.casaba.codec;

import java.util.Optional;

/** Turns rows of CMYK into sRGB. Not thread-safe: one for each picture being decoded. */
public final class CmykConversion {
  private final boolean inverted;

  private CmykConversion(boolean inverted) {
    this.inverted = inverted;
  }

  /**
   * The conversion for one picture.
   *
   * @param icc the picture's profile; one that is not a usable CMYK profile counts as none
   * @param inverted whether 255 means no ink, as in JPEG files with an Adobe marker, instead of
   *     full ink
   */
  public static CmykConversion of(Optional<byte[]> icc, boolean inverted) {
    return new CmykConversion(inverted);
  }

  /**
   * Converts one row.
   *
   * @param cmyk 4 bytes a pixel
   * @param rgb receives 3 bytes a pixel
   */
  public void convert(byte[] cmyk, byte[] rgb, int pixels) {
    int flip = inverted ? 0 : 0xFF;
    for (int i = 0, s = 0, d = 0; i < pixels; i++, s += 4, d += 3) {
      int k = (cmyk[s + 3] & 0xFF) ^ flip;
      rgb[d] = (byte) (((cmyk[s] & 0xFF) ^ flip) * k / 255);
      rgb[d + 1] = (byte) (((cmyk[s + 1] & 0xFF) ^ flip) * k / 255);
      rgb[d + 2] = (byte) (((cmyk[s + 2] & 0xFF) ^ flip) * k / 255);
    }
  }
}
