package org.casaba.codec.tiff;

import org.casaba.codec.PixelLayout;
import org.casaba.plan.ImageFacts.Coloring;

/**
 * What samples mean: which of them are colour and which is opacity.
 *
 * @param bits of each sample as stored
 * @param samples delivered for each pixel, those that mean nothing here included
 * @param alpha index of the opacity among them; -1 for none
 * @param premultiplied whether colours have been multiplied by the opacity ("associated alpha")
 * @param palette of the samples where they are indices; else none
 */
record Interpretation(
    Photometric photometric,
    int bits,
    int samples,
    int alpha,
    boolean premultiplied,
    Palette palette) {

  boolean hasAlpha() {
    return alpha >= 0;
  }

  PixelLayout layout() {
    boolean gray =
        switch (photometric) {
          case WHITE_IS_ZERO, BLACK_IS_ZERO -> true;
          case RGB, CMYK -> false;
          case PALETTE -> palette.isGray();
        };
    if (gray) {
      return hasAlpha() ? PixelLayout.GRAY_ALPHA : PixelLayout.GRAY;
    }
    return hasAlpha() ? PixelLayout.RGBA : PixelLayout.RGB;
  }

  Coloring coloring() {
    return switch (layout()) {
      case GRAY ->
          bits == 1 && photometric != Photometric.PALETTE ? Coloring.BITONAL : Coloring.GRAY;
      case GRAY_ALPHA -> Coloring.GRAY;
      case RGB, RGBA -> Coloring.COLOR;
    };
  }

  /** Whether the samples, one byte each, are the pixels. */
  boolean isDirect() {
    boolean plain = photometric == Photometric.BLACK_IS_ZERO || photometric == Photometric.RGB;
    return plain && !premultiplied && samples == layout().bands();
  }

  /** Whether sample values are brightnesses, to be brought to 0 … 255, and not indices. */
  boolean isScaled() {
    return photometric != Photometric.PALETTE;
  }
}
