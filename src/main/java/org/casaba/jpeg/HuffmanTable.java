package org.casaba.jpeg;

import java.util.Arrays;

/**
 * A Huffman table made ready for decoding (ITU T.81 sections C.2 and F.2.2.3). Immutable.
 *
 * <p>The next {@value #LOOKAHEAD} bits index {@link #lookup}. An entry holds, from the lowest bit
 * on: in 6 bits how many bits to consume, in 4 bits the size of the number that follows the code,
 * in 4 bits the run of zeros before it, 2 unused bits, and in 16 bits the number itself. The number
 * is there (and not 0) if code and number both fit into the index; the bits to consume then cover
 * both. An entry of 0 means that the code is longer than the index.
 */
final class HuffmanTable {
  static final int LOOKAHEAD = 9;
  private static final int LONGEST_CODE = 16;

  /** Where an entry's number begins, and what consumes it. */
  static final int VALUE_SHIFT = 16;

  static final int LENGTH_MASK = 0x3F;
  static final int SYMBOL_SHIFT = 6;
  static final int RUN_SHIFT = 10;

  final int[] lookup = new int[1 << LOOKAHEAD];

  /**
   * All codes of length n are less than limit[n], when either is padded to 16 bits on the right.
   */
  private final int[] limit = new int[LONGEST_CODE + 1];

  /** Adding this to a code of length n gives the index of its symbol. */
  private final int[] offset = new int[LONGEST_CODE + 1];

  private final byte[] counts;
  private final byte[] symbols;

  /**
   * Makes a table from its specification.
   *
   * @param counts at n - 1: number of codes of length n, for n from 1 to 16
   * @param symbols in the order of their codes: a number's size in the lower four bits, a run in
   *     the upper
   */
  HuffmanTable(byte[] counts, byte[] symbols) throws DamagedJpegException {
    this.counts = counts.clone();
    this.symbols = symbols.clone();
    int code = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      int count = counts[length - 1] & 0xFF;
      offset[length] = index - code;
      if (index + count > symbols.length || code + count > 1 << length) {
        throw new DamagedJpegException("a Huffman table of the JPEG has impossible codes");
      }
      for (int i = 0; i < count && length <= LOOKAHEAD; i++) {
        enter(code + i, length, symbols[index + i] & 0xFF);
      }
      code += count;
      index += count;
      limit[length] = code << (LONGEST_CODE - length);
      code <<= 1;
    }
  }

  private void enter(int code, int length, int symbol) {
    int size = symbol & 0xF;
    int spare = LOOKAHEAD - length;
    for (int rest = 0; rest < 1 << spare; rest++) {
      int entry = length | symbol << SYMBOL_SHIFT;
      if (size > 0 && size <= spare) {
        int value = extend(rest >> (spare - size), size);
        entry += size | value << VALUE_SHIFT;
      }
      lookup[code << spare | rest] = entry;
    }
  }

  /** The same table for writing. */
  HuffmanCode code() {
    return new HuffmanCode(counts, symbols);
  }

  /** The symbols that have codes; not to be changed. */
  byte[] symbols() {
    return symbols;
  }

  /** Whether both have the same codes for the same symbols. */
  boolean isLike(HuffmanTable other) {
    return this == other
        || (Arrays.equals(counts, other.counts) && Arrays.equals(symbols, other.symbols));
  }

  /** Whether all symbols are sizes of DC differences, without runs. */
  boolean isForDc() {
    for (byte symbol : symbols) {
      if ((symbol & 0xF0) != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Finds a code longer than the look-ahead.
   *
   * @param next the next 16 bits
   * @return an entry as in {@link #lookup}, without the number
   */
  int longCode(int next) throws DamagedJpegException {
    int entry = longEntry(next);
    if (entry == 0) {
      throw new DamagedJpegException("the compressed data of the JPEG are damaged");
    }
    return entry;
  }

  /** Like {@link #longCode}, but 0 if there is no such code. */
  int longEntry(int next) {
    for (int length = LOOKAHEAD + 1; length <= LONGEST_CODE; length++) {
      if (next < limit[length]) {
        int symbol = symbols[(next >> (LONGEST_CODE - length)) + offset[length]] & 0xFF;
        return length | symbol << SYMBOL_SHIFT;
      }
    }
    return 0;
  }

  /** The number that these bits of that size, 1 or more, stand for (ITU T.81 figure F.12). */
  static int extend(int bits, int size) {
    return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
  }
}
