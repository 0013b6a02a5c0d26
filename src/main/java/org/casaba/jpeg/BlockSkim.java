package org.casaba.jpeg;

import java.io.IOException;

/** Passes over the blocks of one component in a sequential scan, for the DC predictor alone. */
final class BlockSkim {
  private final BitReader in;
  private final HuffmanTable dc;
  private final HuffmanTable ac;
  private final char[] lookup;
  private int predictor;

  BlockSkim(BitReader in, HuffmanTable dc, HuffmanTable ac) {
    this.in = in;
    this.dc = dc;
    this.ac = ac;
    lookup = new SkimTable(ac).lookup;
  }

  int predictor() {
    return predictor;
  }

  void restart() {
    predictor = 0;
  }

  /**
   * Passes over the next block.
   *
   * @throws DamagedJpegException if it cannot be decoded either; that the data have ended is for
   *     {@link BitReader#check} to tell
   */
  void next() throws IOException {
    predictor += in.difference(dc);
    long bits = in.bits;
    int count = in.count;
    int k = 1;
    while (k < 64) {
      if (count < 32) {
        in.bits = bits;
        in.count = count;
        in.fill();
        bits = in.bits;
        count = in.count;
      }
      int entry = lookup[(int) (bits >>> (64 - SkimTable.LOOKAHEAD))];
      int length = entry & SkimTable.LENGTH_MASK;
      int after = k + (entry >> SkimTable.COEFFICIENTS_SHIFT & SkimTable.COEFFICIENTS_MASK);
      boolean ends = entry >= SkimTable.END_OF_BLOCK;
      if (entry == 0 || after > 63) {
        // A single code: one too long for the table, or the last of a block.
        int code = ac.lookup[(int) (bits >>> (64 - HuffmanTable.LOOKAHEAD))];
        if (code == 0) {
          code = ac.longCode((int) (bits >>> 48));
        }
        int size = code >> HuffmanTable.SYMBOL_SHIFT & 0xF;
        int run = code >> HuffmanTable.RUN_SHIFT & 0xF;
        length = code & HuffmanTable.LENGTH_MASK;
        if (code >> HuffmanTable.VALUE_SHIFT == 0) {
          length += size;
        }
        ends = size == 0 && run != 15;
        after = ends ? k : k + run + 1;
      }
      bits <<= length;
      count -= length;
      if (ends) {
        break;
      }
      k = after;
    }
    in.bits = bits;
    in.count = count;
    if (k > 64) {
      throw new DamagedJpegException("a block of the JPEG has too many coefficients");
    }
  }
}
