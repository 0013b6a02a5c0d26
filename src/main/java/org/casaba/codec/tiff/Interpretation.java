package org.casaba.codec.tiff;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casaba.codec.PixelLayout;
import org.casaba.plan.ImageFacts.Coloring;

/**
 * What samples mean: which of them are colour and which is opacity.
 *
 * @param bits of each sample as stored
 * @param samples of a pixel, those that mean nothing here included
 * @param alpha index of the opacity among them; -1 for none
 * @param premultiplied whether colours have been multiplied by the opacity ("associated alpha")
 */
record Interpretation(
    Photometric photometric, int bits, int samples, int alpha, boolean premultiplied) {

  boolean hasAlpha() {
    return alpha >= 0;
  }

  /** Indices of the samples that mean something. */
  List<Integer> needed() {
    IntStream colors = IntStream.range(0, photometric.colors());
    return Stream.concat(colors.boxed(), hasAlpha() ? Stream.of(alpha) : Stream.of()).toList();
  }

  /** The same, of the {@link #needed} samples only. */
  Interpretation ofNeeded() {
    int colors = photometric.colors();
    int last = hasAlpha() ? colors : -1;
    return new Interpretation(photometric, bits, needed().size(), last, premultiplied);
  }

  PixelLayout layout() {
    boolean gray =
        switch (photometric) {
          case Photometric.Gray _ -> true;
          case Photometric.Indexed(Palette palette) -> palette.isGray();
          case Photometric.Rgb _, Photometric.Inks _, Photometric.Ycbcr _ -> false;
        };
    if (gray) {
      return hasAlpha() ? PixelLayout.GRAY_ALPHA : PixelLayout.GRAY;
    }
    return hasAlpha() ? PixelLayout.RGBA : PixelLayout.RGB;
  }

  Coloring coloring() {
    boolean bitonal = photometric instanceof Photometric.Gray && bits == 1;
    return switch (layout()) {
      case GRAY -> bitonal ? Coloring.BITONAL : Coloring.GRAY;
      case GRAY_ALPHA -> Coloring.GRAY;
      case RGB, RGBA -> Coloring.COLOR;
    };
  }

  /** Whether the samples, one byte each, are the pixels. */
  boolean isDirect() {
    boolean plain =
        switch (photometric) {
          case Photometric.Gray(boolean whiteIsZero) -> !whiteIsZero;
          case Photometric.Rgb _ -> true;
          case Photometric.Indexed _, Photometric.Inks _, Photometric.Ycbcr _ -> false;
        };
    return plain && !premultiplied && samples == layout().bands();
  }

  /** Whether sample values are quantities, to be brought to 0 … 255, and not indices. */
  boolean isScaled() {
    return !(photometric instanceof Photometric.Indexed);
  }
}
