package org.casaba.codec.webp.lossless;

import java.io.IOException;
import org.casaba.codec.DamagedImageException;

/**
 * A canonical prefix code (section 3.7.2). Codes of up to {@value #ROOT_BITS} bits are found in one
 * step, longer ones in two: the first bits lead to a second table for all codes that begin so.
 *
 * <p>An entry holds a code's length in the upper half and its symbol in the lower one; or, below
 * zero, the place of a second table in the lower 24 bits and in the others the number of its bits.
 */
final class PrefixCode {
  static final int MAX_LENGTH = 15;
  private static final int ROOT_BITS = 8;

  private final int rootBits;
  private final int[] table;

  private PrefixCode(int rootBits, int[] table) {
    this.rootBits = rootBits;
    this.table = table;
  }

  /**
   * The code whose symbols have these lengths in bits, 0 to {@value #MAX_LENGTH}; 0 is for symbols
   * that do not occur. A single symbol, whatever its length, takes no bits.
   *
   * @throws DamagedImageException if that is no complete code
   */
  static PrefixCode of(int[] lengths) throws DamagedImageException {
    int[] counts = new int[MAX_LENGTH + 1];
    int used = 0;
    int lastUsed = 0;
    int longest = 0;
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        counts[length]++;
        used++;
        lastUsed = symbol;
        longest = Math.max(longest, length);
      }
    }
    if (used == 1) {
      return new PrefixCode(0, new int[] {lastUsed});
    }
    int space = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      space += counts[length] << (MAX_LENGTH - length);
    }
    if (space != 1 << MAX_LENGTH) {
      throw new DamagedImageException("The WebP file has an impossible prefix code");
    }
    int rootBits = Math.min(ROOT_BITS, longest);
    return new PrefixCode(rootBits, table(lengths, reversedCodes(lengths, counts), rootBits));
  }

  /** The codes, canonically assigned, with their first bit lowest, as they are read. */
  private static int[] reversedCodes(int[] lengths, int[] counts) {
    int[] next = new int[MAX_LENGTH + 1];
    for (int length = 1; length < MAX_LENGTH; length++) {
      next[length + 1] = (next[length] + counts[length]) << 1;
    }
    int[] codes = new int[lengths.length];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        codes[symbol] = Integer.reverse(next[length]++) >>> (32 - length);
      }
    }
    return codes;
  }

  private static int[] table(int[] lengths, int[] codes, int rootBits) {
    int rootSize = 1 << rootBits;
    int[] secondBits = new int[rootSize];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int root = codes[symbol] & (rootSize - 1);
      secondBits[root] = Math.max(secondBits[root], lengths[symbol] - rootBits);
    }
    int size = rootSize;
    int[] secondStarts = new int[rootSize];
    for (int root = 0; root < rootSize; root++) {
      secondStarts[root] = size;
      size += secondBits[root] > 0 ? 1 << secondBits[root] : 0;
    }
    int[] table = new int[size];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      int entry = length << 16 | symbol;
      int root = codes[symbol] & (rootSize - 1);
      if (length > rootBits) {
        table[root] = 1 << 31 | secondBits[root] << 24 | secondStarts[root];
        int step = 1 << (length - rootBits);
        for (int i = codes[symbol] >> rootBits; i < 1 << secondBits[root]; i += step) {
          table[secondStarts[root] + i] = entry;
        }
      } else if (length > 0) {
        for (int i = codes[symbol]; i < rootSize; i += 1 << length) {
          table[i] = entry;
        }
      }
    }
    return table;
  }

  /** How many entries the tables have. */
  int size() {
    return table.length;
  }

  /** Reads the next symbol. */
  int next(BitReader bits) throws IOException {
    long window = bits.peek(MAX_LENGTH);
    int entry = table[(int) window & ((1 << rootBits) - 1)];
    if (entry < 0) {
      int second = (int) (window >>> rootBits) & ((1 << (entry >>> 24 & 0x7F)) - 1);
      entry = table[(entry & 0xFFFFFF) + second];
    }
    bits.skip(entry >>> 16);
    return entry & 0xFFFF;
  }
}
