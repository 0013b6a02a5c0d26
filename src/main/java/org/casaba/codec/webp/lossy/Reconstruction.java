package org.casaba.codec.webp.lossy;

/** Puts macroblocks together from predictions and residuals, before the edges are smoothed. */
final class Reconstruction {
  private final Plane luma;
  private final Plane[] chroma;
  private final SubblockPrediction subblocks;
  private boolean above;

  Reconstruction(int macroblocksAcross) {
    this.luma = new Plane(16, macroblocksAcross);
    this.chroma = new Plane[] {new Plane(8, macroblocksAcross), new Plane(8, macroblocksAcross)};
    this.subblocks = new SubblockPrediction(luma);
  }

  /**
   * Goes on to the next row.
   *
   * @param first whether it is the first one
   */
  void startRow(boolean first) {
    above = !first;
    luma.startRow(first);
    chroma[0].startRow(first);
    chroma[1].startRow(first);
  }

  Plane luma() {
    return luma;
  }

  /** Blue at 0, red at 1. */
  Plane chroma(int band) {
    return chroma[band];
  }

  /** Reconstructs the {@code x}-th macroblock of the row; those to the left are there. */
  void reconstruct(int x, MacroblockModes modes, Residuals residuals) {
    int at = luma.at(x);
    if (modes.bySubblock()) {
      continueRightBorder(at);
    } else {
      luma.predict(modes.luma(0), x, above);
    }
    for (int i = 0; i < 16; i++) {
      int block = at + i / 4 * 4 * luma.stride() + i % 4 * 4;
      if (modes.bySubblock()) {
        subblocks.predict(modes.luma(i), block);
      }
      add(residuals, i, luma, block);
    }
    for (int band = 0; band < 2; band++) {
      Plane plane = chroma[band];
      plane.predict(modes.chroma(), x, above);
      for (int i = 0; i < 4; i++) {
        int block = plane.at(x) + i / 2 * 4 * plane.stride() + i % 2 * 4;
        add(residuals, 16 + 4 * band + i, plane, block);
      }
    }
  }

  /**
   * The rightmost subblocks of the lower three rows are predicted from the same samples above to
   * the right as that of the first row: those below them are not known yet.
   */
  private void continueRightBorder(int at) {
    int right = at + 16;
    for (int line = 3; line < 15; line += 4) {
      for (int i = right; i < right + 4; i++) {
        luma.set(line * luma.stride() + i, luma.get(i - luma.stride()));
      }
    }
  }

  private static void add(Residuals residuals, int block, Plane plane, int at) {
    int[] coefficients = residuals.coefficients();
    if (residuals.hasAc(block)) {
      InverseTransform.add(coefficients, 16 * block, plane, at);
    } else if (coefficients[16 * block] != 0) {
      InverseTransform.addDc(coefficients[16 * block], plane, at);
    }
  }
}
