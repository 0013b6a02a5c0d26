package org.casaba.jpeg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The quantized coefficients of one component from the top of the picture down to some row, while
 * its scans add to them.
 *
 * @param memory zeroed, of {@link #length} bytes, aligned to 8
 * @param columns blocks in a row, those that fill up the last MCU included
 * @param rows of blocks
 * @param dcOnly whether only the first coefficient of each block is kept
 */
public record CoefficientPlane(MemorySegment memory, int columns, int rows, boolean dcOnly) {
  static final ValueLayout.OfShort COEFFICIENT = ValueLayout.JAVA_SHORT;
  private static final long ROW = 8 * Short.BYTES;
  private static final long BLOCK = 8 * ROW;

  /** Bytes that such a plane takes. */
  public static long length(int columns, int rows, boolean dcOnly) {
    return (long) columns * rows * (dcOnly ? Short.BYTES : BLOCK);
  }

  public CoefficientPlane {
    if (memory.byteSize() < length(columns, rows, dcOnly)) {
      throw new IllegalArgumentException("too little memory for the coefficients");
    }
  }

  /** Where in the memory a block begins: its 64 coefficients, row by row. */
  long offset(int column, int row) {
    return ((long) row * columns + column) * (dcOnly ? Short.BYTES : BLOCK);
  }

  /**
   * Dequantizes a block.
   *
   * @param quantization row by row
   * @param block receives the coefficients that are not 0; the others must be 0 before
   * @return the place in zigzag order behind which all are 0, or a later one
   */
  int load(int column, int row, int[] quantization, int[] block) {
    long offset = offset(column, row);
    block[0] = memory.get(COEFFICIENT, offset) * quantization[0];
    if (dcOnly) {
      return 0;
    }
    long outside = 0;
    long inside = 0;
    for (int y = 0; y < 8; y++) {
      long left = memory.get(ValueLayout.JAVA_LONG, offset + y * ROW);
      long right = memory.get(ValueLayout.JAVA_LONG, offset + y * ROW + Long.BYTES);
      if ((left | right) != 0) {
        inside |= left;
        outside |= y < 4 ? right : left | right;
        for (int i = 8 * y; i < 8 * y + 8; i++) {
          block[i] = memory.get(COEFFICIENT, offset + 2L * i) * quantization[i];
        }
      }
    }
    return outside != 0 ? 63 : inside != 0 ? 9 : 0;
  }
}
