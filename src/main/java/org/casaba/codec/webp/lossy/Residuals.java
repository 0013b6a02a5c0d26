package org.casaba.codec.webp.lossy;

import java.io.IOException;
import java.util.Arrays;
import org.casaba.codec.webp.lossy.TokenReader.Kind;

/**
 * The coefficients of the macroblocks of a row, read one after the other (RFC 6386, sections 13 and
 * 14): 16 for each of 16 blocks of luma, 4 of blue and 4 of red chroma, multiplied by their
 * factors.
 */
final class Residuals {
  private static final int BLOCKS = 24;

  /** Holds the first coefficients of all luma blocks, where they have none of their own. */
  private static final int Y2_BLOCK = BLOCKS;

  /** Contexts of a macroblock: 4 columns or rows of luma, 2 of each chroma, 1 of Y2. */
  private static final int CONTEXTS = 9;

  private static final int CHROMA_CONTEXT = 4;
  private static final int Y2_CONTEXT = 8;

  /** 1 where the last block above has coefficients: the contexts of all macroblocks of a row. */
  private final int[] above;

  /** 1 where the last block to the left has coefficients. */
  private final int[] left = new int[CONTEXTS];

  private final int[] coefficients = new int[16 * (BLOCKS + 1)];

  /** For each block the place after its last coefficient. */
  private final int[] ends = new int[BLOCKS + 1];

  Residuals(int macroblocksAcross) {
    this.above = new int[CONTEXTS * macroblocksAcross];
  }

  void startRow() {
    Arrays.fill(left, 0);
  }

  /** The coefficients of the macroblock read last, 16 for each block. */
  int[] coefficients() {
    return coefficients;
  }

  /** Whether a block of the macroblock read last has any coefficient but the first. */
  boolean hasAc(int block) {
    return ends[block] > 1;
  }

  /** Notes that the {@code x}-th macroblock of the row has no coefficients. */
  void skip(int x, boolean hasY2) {
    int contexts = hasY2 ? CONTEXTS : CONTEXTS - 1;
    Arrays.fill(above, CONTEXTS * x, CONTEXTS * x + contexts, 0);
    Arrays.fill(left, 0, contexts, 0);
    Arrays.fill(coefficients, 0);
    Arrays.fill(ends, 0);
  }

  /**
   * Reads the coefficients of the {@code x}-th macroblock of the row.
   *
   * @param tokens that reads into {@link #coefficients}
   * @return whether anything is to be added to the prediction
   */
  boolean read(TokenReader tokens, Quantizer quantizer, int x, boolean hasY2) throws IOException {
    Arrays.fill(coefficients, 0);
    int contexts = CONTEXTS * x;
    if (hasY2) {
      int context = contexts + Y2_CONTEXT;
      int both = above[context] + left[Y2_CONTEXT];
      int end = tokens.read(Kind.Y2, both, quantizer.y2(), 16 * Y2_BLOCK);
      above[context] = left[Y2_CONTEXT] = end > 0 ? 1 : 0;
      InverseTransform.spreadY2(coefficients, 16 * Y2_BLOCK);
    }
    Kind kind = hasY2 ? Kind.LUMA_WITHOUT_DC : Kind.LUMA;
    for (int i = 0; i < 16; i++) {
      int column = contexts + i % 4;
      int row = i / 4;
      ends[i] = tokens.read(kind, above[column] + left[row], quantizer.luma(), 16 * i);
      above[column] = left[row] = ends[i] > kind.first() ? 1 : 0;
    }
    for (int i = 16; i < BLOCKS; i++) {
      int band = CHROMA_CONTEXT + (i - 16) / 4 * 2;
      int column = contexts + band + i % 2;
      int row = band + i / 2 % 2;
      ends[i] = tokens.read(Kind.CHROMA, above[column] + left[row], quantizer.chroma(), 16 * i);
      above[column] = left[row] = ends[i] > 0 ? 1 : 0;
    }
    return isAnything();
  }

  private boolean isAnything() {
    for (int block = 0; block < BLOCKS; block++) {
      if (hasAc(block) || coefficients[16 * block] != 0) {
        return true;
      }
    }
    return false;
  }
}
