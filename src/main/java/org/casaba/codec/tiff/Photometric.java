package org.casaba.codec.tiff;

/** What a page's colour samples mean: the field PhotometricInterpretation. */
sealed interface Photometric {

  /** Samples of a pixel that carry colour; extra samples follow them. */
  default int colors() {
    return switch (this) {
      case Gray _, Indexed _ -> 1;
      case Rgb _, Ycbcr _ -> 3;
      case Inks _ -> 4;
    };
  }

  /** Brightness. */
  record Gray(boolean whiteIsZero) implements Photometric {}

  /** Red, green, blue. */
  record Rgb() implements Photometric {}

  /** An index into a palette. */
  record Indexed(Palette palette) implements Photometric {}

  /** Cyan, magenta, yellow, black; 0 for no ink. */
  record Inks() implements Photometric {}

  /** Luminance and two chrominances. */
  record Ycbcr(YcbcrSpace space) implements Photometric {}
}
