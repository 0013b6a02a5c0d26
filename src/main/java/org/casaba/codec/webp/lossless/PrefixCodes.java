package org.casaba.codec.webp.lossless;

import java.io.IOException;
import java.util.Arrays;
import org.casaba.codec.DamagedImageException;

/**
 * The five prefix codes by which one part of a picture is coded (section 3.7.1).
 *
 * @param green green levels, then lengths of copies, then entries of the color cache
 * @param distance how far back copies are taken
 */
record PrefixCodes(
    PrefixCode green, PrefixCode red, PrefixCode blue, PrefixCode alpha, PrefixCode distance) {
  static final int LITERALS = 256;
  static final int LENGTHS = 24;
  private static final int DISTANCES = 40;

  private static final int[] LENGTH_ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };
  private static final int REPEAT_PREVIOUS = 16;
  private static final int REPEAT_ZERO_LONG = 18;

  /**
   * Reads the five codes.
   *
   * @param cacheSize entries of the color cache, 0 for none
   */
  static PrefixCodes read(BitReader bits, int cacheSize) throws IOException {
    PrefixCode green = PrefixCode.of(lengths(bits, LITERALS + LENGTHS + cacheSize));
    PrefixCode red = PrefixCode.of(lengths(bits, LITERALS));
    PrefixCode blue = PrefixCode.of(lengths(bits, LITERALS));
    PrefixCode alpha = PrefixCode.of(lengths(bits, LITERALS));
    PrefixCode distance = PrefixCode.of(lengths(bits, DISTANCES));
    bits.check();
    return new PrefixCodes(green, red, blue, alpha, distance);
  }

  /** Entries of all tables. */
  int size() {
    return green.size() + red.size() + blue.size() + alpha.size() + distance.size();
  }

  private static int[] lengths(BitReader bits, int alphabet) throws IOException {
    int[] lengths = new int[alphabet];
    if (!bits.flag()) {
      readLengths(bits, lengths);
      return lengths;
    }
    boolean two = bits.flag();
    boolean longFirst = bits.flag();
    int first = bits.read(longFirst ? 8 : 1);
    int second = two ? bits.read(8) : first;
    if (first >= alphabet || second >= alphabet) {
      throw damaged();
    }
    lengths[first] = 1;
    lengths[second] = 1;
    return lengths;
  }

  /** Code lengths that are prefix-coded themselves. */
  private static void readLengths(BitReader bits, int[] lengths) throws IOException {
    int[] lengthsOfLengths = new int[LENGTH_ORDER.length];
    int given = 4 + bits.read(4);
    for (int i = 0; i < given; i++) {
      lengthsOfLengths[LENGTH_ORDER[i]] = bits.read(3);
    }
    PrefixCode code = PrefixCode.of(lengthsOfLengths);
    int left = bits.flag() ? 2 + bits.read(2 + 2 * bits.read(3)) : lengths.length;
    if (left > lengths.length) {
      throw damaged();
    }
    int previous = 8;
    for (int symbol = 0; symbol < lengths.length && left > 0; left--) {
      int length = code.next(bits);
      if (length < REPEAT_PREVIOUS) {
        lengths[symbol++] = length;
        previous = length == 0 ? previous : length;
      } else {
        int count =
            switch (length) {
              case REPEAT_PREVIOUS -> 3 + bits.read(2);
              case REPEAT_ZERO_LONG -> 11 + bits.read(7);
              default -> 3 + bits.read(3);
            };
        if (count > lengths.length - symbol) {
          throw damaged();
        }
        int repeated = length == REPEAT_PREVIOUS ? previous : 0;
        Arrays.fill(lengths, symbol, symbol + count, repeated);
        symbol += count;
      }
    }
  }

  private static DamagedImageException damaged() {
    return new DamagedImageException("The WebP file has an impossible prefix code");
  }
}
