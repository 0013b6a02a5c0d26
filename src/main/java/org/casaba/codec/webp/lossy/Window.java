package org.casaba.codec.webp.lossy;

/**
 * The latest two rows of macroblocks, and of chroma one line more before them. Those before the
 * latest row are final: nothing that comes changes them.
 */
final class Window {
  private static final int LUMA = 16;
  private static final int CHROMA = 8;

  private final int lumaStride;
  private final int chromaStride;
  private final byte[] luma;

  /** Blue and red. */
  private final byte[][] chroma;

  private int rows;

  Window(int macroblocksAcross) {
    this.lumaStride = LUMA * macroblocksAcross;
    this.chromaStride = CHROMA * macroblocksAcross;
    this.luma = new byte[2 * LUMA * lumaStride];
    this.chroma = new byte[2][(1 + 2 * CHROMA) * chromaStride];
  }

  /** How many rows of macroblocks have been added so far. */
  int rows() {
    return rows;
  }

  /** Adds a row of macroblocks in place of the last but one. */
  void add(Reconstruction row) {
    System.arraycopy(luma, LUMA * lumaStride, luma, 0, LUMA * lumaStride);
    for (int line = 0; line < LUMA; line++) {
      row.luma().copyLine(line, luma, (LUMA + line) * lumaStride);
    }
    for (int band = 0; band < 2; band++) {
      byte[] samples = chroma[band];
      System.arraycopy(samples, CHROMA * chromaStride, samples, 0, (1 + CHROMA) * chromaStride);
      for (int line = 0; line < CHROMA; line++) {
        row.chroma(band).copyLine(line, samples, (1 + CHROMA + line) * chromaStride);
      }
    }
    rows++;
  }

  byte[] luma() {
    return luma;
  }

  /** Blue at 0, red at 1. */
  byte[] chroma(int band) {
    return chroma[band];
  }

  int lumaStride() {
    return lumaStride;
  }

  int chromaStride() {
    return chromaStride;
  }

  /** Where a line of the picture's luma begins. */
  int lumaAt(int y) {
    return (y - LUMA * (rows - 2)) * lumaStride;
  }

  /** Where a line of the picture's chroma begins. */
  int chromaAt(int y) {
    return (y - CHROMA * (rows - 2) + 1) * chromaStride;
  }
}
