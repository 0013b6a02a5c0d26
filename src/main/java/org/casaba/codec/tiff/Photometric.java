package org.casaba.codec.tiff;

/** What a page's colour samples mean: those values of PhotometricInterpretation that are read. */
enum Photometric {
  WHITE_IS_ZERO(1),
  BLACK_IS_ZERO(1),
  RGB(3),
  PALETTE(1),
  /** Inks: cyan, magenta, yellow, black; 0 for no ink. */
  CMYK(4);

  private final int colors;

  Photometric(int colors) {
    this.colors = colors;
  }

  /** Samples of a pixel that carry colour; extra samples follow them. */
  int colors() {
    return colors;
  }
}
