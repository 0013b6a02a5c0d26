package org.casaba.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of CMYK into sRGB: through the picture's profile, or without a usable one as if each
 * ink took its part of the light and left the rest to the others. Immutable and thread-safe.
 */
public final class CmykConversion {
  private final boolean inverted;
  private final @Nullable CmykGrid profiled;

  private CmykConversion(boolean inverted, @Nullable CmykGrid profiled) {
    this.inverted = inverted;
    this.profiled = profiled;
  }

  /**
   * The conversion for one picture. With a profile it takes tens of milliseconds to make.
   *
   * @param icc the picture's profile; one that is not a usable CMYK profile counts as none
   * @param inverted whether 255 means no ink, as in JPEG files with an Adobe marker, instead of
   *     full ink
   */
  public static CmykConversion of(Optional<byte[]> icc, boolean inverted) {
    return new CmykConversion(inverted, icc.flatMap(CmykGrid::of).orElse(null));
  }

  /**
   * Converts a row.
   *
   * @param cmyk 4 bytes a pixel; may be changed
   * @param rgb receives 3 bytes a pixel
   */
  public void convert(byte[] cmyk, byte[] rgb, int pixels) {
    boolean asLight = profiled == null;
    if (inverted != asLight) {
      for (int i = 0; i < 4 * pixels; i++) {
        cmyk[i] = (byte) ~cmyk[i];
      }
    }
    if (profiled == null) {
      convertLight(cmyk, rgb, pixels);
    } else {
      profiled.convert(cmyk, rgb, pixels);
    }
  }

  /** Converts what the inks let pass: 255 for all the light. */
  private static void convertLight(byte[] passing, byte[] rgb, int pixels) {
    for (int i = 0, in = 0, out = 0; i < pixels; i++, in += 4, out += 3) {
      int black = passing[in + 3] & 0xFF;
      rgb[out] = (byte) (((passing[in] & 0xFF) * black + 127) / 255);
      rgb[out + 1] = (byte) (((passing[in + 1] & 0xFF) * black + 127) / 255);
      rgb[out + 2] = (byte) (((passing[in + 2] & 0xFF) * black + 127) / 255);
    }
  }
}
