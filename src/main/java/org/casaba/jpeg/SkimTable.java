package org.casaba.jpeg;

/**
 * A table of AC codes made ready for passing over blocks. Immutable.
 *
 * <p>The next {@value #LOOKAHEAD} bits index {@link #lookup}. An entry covers as many whole codes,
 * with the numbers behind them, as these bits hold, up to the end of the block: in the lowest 4
 * bits how many bits they take, in 7 bits how many coefficients they stand for, and in one bit
 * whether the last of them ends the block. An entry of 0 means that the bits hold no whole code.
 */
final class SkimTable {
  static final int LOOKAHEAD = 13;
  static final int LENGTH_MASK = 0xF;
  static final int COEFFICIENTS_SHIFT = 4;
  static final int COEFFICIENTS_MASK = 0x7F;
  static final int END_OF_BLOCK = 1 << 11;

  private static final int MOST_COEFFICIENTS = 63;

  final char[] lookup = new char[1 << LOOKAHEAD];

  SkimTable(HuffmanTable ac) {
    for (int bits = 0; bits < lookup.length; bits++) {
      lookup[bits] = entry(ac, bits);
    }
  }

  private static char entry(HuffmanTable ac, int bits) {
    int used = 0;
    int coefficients = 0;
    while (used < LOOKAHEAD) {
      // Zeros follow that are not known to be zeros, so a code counts only if it ends before them.
      int next = bits << (16 - LOOKAHEAD + used) & 0xFFFF;
      int code = ac.lookup[next >> (16 - HuffmanTable.LOOKAHEAD)];
      if (code == 0) {
        code = ac.longEntry(next);
      }
      int size = code >> HuffmanTable.SYMBOL_SHIFT & 0xF;
      int run = code >> HuffmanTable.RUN_SHIFT & 0xF;
      int length = code & HuffmanTable.LENGTH_MASK;
      if (code >> HuffmanTable.VALUE_SHIFT == 0) {
        length += size;
      }
      if (code == 0 || used + length > LOOKAHEAD) {
        break;
      }
      if (size == 0 && run != 15) {
        return packed(used + length, coefficients, END_OF_BLOCK);
      }
      if (coefficients + run + 1 > MOST_COEFFICIENTS) {
        break;
      }
      used += length;
      coefficients += run + 1;
    }
    return packed(used, coefficients, 0);
  }

  private static char packed(int length, int coefficients, int end) {
    return (char) (end | coefficients << COEFFICIENTS_SHIFT | length);
  }
}
