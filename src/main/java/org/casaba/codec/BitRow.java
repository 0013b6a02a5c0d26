package org.casaba.codec;

import java.util.Arrays;

/**
 * Rows of black (0) and white (255) with one bit a pixel: 1 is white, the first pixel is the
 * highest.
 */
public final class BitRow {

  private BitRow() {}

  /** Bytes that so many pixels take. */
  public static int length(int pixels) {
    return Math.ceilDiv(pixels, 8);
  }

  /**
   * Packs the whole of {@code row}; what is 128 or more is white.
   *
   * @param offset where in {@code packed} the row begins
   */
  public static void pack(byte[] row, byte[] packed, int offset) {
    Arrays.fill(packed, offset, offset + length(row.length), (byte) 0);
    for (int x = 0; x < row.length; x++) {
      if (row[x] < 0) {
        packed[offset + (x >> 3)] |= (byte) (0x80 >> (x & 7));
      }
    }
  }
}
