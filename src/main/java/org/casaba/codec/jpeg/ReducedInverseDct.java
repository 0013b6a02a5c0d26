package org.casaba.codec.jpeg;

import java.util.Arrays;

/**
 * The inverse discrete cosine transforms of 8 x 8 coefficients to 4 x 4, 2 x 2 or 1 x 1 samples:
 * the block at a half, a quarter, an eighth of its size; bit for bit those of libjpeg's jidctred.c.
 * Not thread-safe.
 */
final class ReducedInverseDct {
  private static final int BITS = 13;
  private static final int PASS1_BITS = 2;

  private static final int F0_211 = 1730;
  private static final int F0_509 = 4176;
  private static final int F0_601 = 4926;
  private static final int F0_720 = 5906;
  private static final int F0_765 = 6270;
  private static final int F0_850 = 6967;
  private static final int F0_899 = 7373;
  private static final int F1_061 = 8697;
  private static final int F1_272 = 10426;
  private static final int F1_451 = 11893;
  private static final int F1_847 = 15137;
  private static final int F2_172 = 17799;
  private static final int F2_562 = 20995;
  private static final int F3_624 = 29692;

  private final int[] between = new int[32];

  /**
   * Transforms a block.
   *
   * @param size samples in a row and a column: 1, 2 or 4
   * @param block coefficients row by row; 0 afterwards
   * @param out receives the samples, 0 to 255
   * @param offset of the first row
   * @param stride from one row to the next
   */
  void transform(int size, int[] block, byte[] out, int offset, int stride) {
    switch (size) {
      case 4 -> {
        columnsTo4(block);
        rowsTo4(out, offset, stride);
      }
      case 2 -> {
        columnsTo2(block);
        rowsTo2(out, offset, stride);
      }
      case 1 -> out[offset] = sample(((block[0] + 4) >> 3) + 128);
      default -> throw new IllegalArgumentException("no transform to " + size);
    }
    Arrays.fill(block, 0);
  }

  private static byte sample(int value) {
    return (byte) ((value & ~0xFF) == 0 ? value : ~value >> 31);
  }

  private void columnsTo4(int[] in) {
    int shift = BITS - PASS1_BITS + 1;
    int round = 1 << (shift - 1);
    for (int x = 0; x < 8; x++) {
      if (x == 4) {
        continue; // the second pass does not use this column
      }
      int even0 = (in[x] << (BITS + 1)) + round;
      int even2 = in[x + 16] * F1_847 - in[x + 48] * F0_765;
      int o7 = in[x + 56];
      int o5 = in[x + 40];
      int o3 = in[x + 24];
      int o1 = in[x + 8];
      int odd0 = -o7 * F0_211 + o5 * F1_451 - o3 * F2_172 + o1 * F1_061;
      int odd2 = -o7 * F0_509 - o5 * F0_601 + o3 * F0_899 + o1 * F2_562;
      between[x] = (even0 + even2 + odd2) >> shift;
      between[x + 24] = (even0 + even2 - odd2) >> shift;
      between[x + 8] = (even0 - even2 + odd0) >> shift;
      between[x + 16] = (even0 - even2 - odd0) >> shift;
    }
  }

  private void rowsTo4(byte[] out, int offset, int stride) {
    int shift = BITS + PASS1_BITS + 3 + 1;
    int round = (1 << (shift - 1)) + (128 << shift);
    int[] in = between;
    for (int y = 0, o = offset; y < 32; y += 8, o += stride) {
      int even0 = (in[y] << (BITS + 1)) + round;
      int even2 = in[y + 2] * F1_847 - in[y + 6] * F0_765;
      int o7 = in[y + 7];
      int o5 = in[y + 5];
      int o3 = in[y + 3];
      int o1 = in[y + 1];
      int odd0 = -o7 * F0_211 + o5 * F1_451 - o3 * F2_172 + o1 * F1_061;
      int odd2 = -o7 * F0_509 - o5 * F0_601 + o3 * F0_899 + o1 * F2_562;
      out[o] = sample((even0 + even2 + odd2) >> shift);
      out[o + 3] = sample((even0 + even2 - odd2) >> shift);
      out[o + 1] = sample((even0 - even2 + odd0) >> shift);
      out[o + 2] = sample((even0 - even2 - odd0) >> shift);
    }
  }

  private void columnsTo2(int[] in) {
    int shift = BITS - PASS1_BITS + 2;
    int round = 1 << (shift - 1);
    for (int x = 0; x < 8; x++) {
      if (x == 2 || x == 4 || x == 6) {
        continue; // the second pass does not use these columns
      }
      int even = (in[x] << (BITS + 2)) + round;
      int odd =
          -in[x + 56] * F0_720 + in[x + 40] * F0_850 - in[x + 24] * F1_272 + in[x + 8] * F3_624;
      between[x] = (even + odd) >> shift;
      between[x + 8] = (even - odd) >> shift;
    }
  }

  private void rowsTo2(byte[] out, int offset, int stride) {
    int shift = BITS + PASS1_BITS + 3 + 2;
    int round = (1 << (shift - 1)) + (128 << shift);
    int[] in = between;
    for (int y = 0, o = offset; y < 16; y += 8, o += stride) {
      int even = (in[y] << (BITS + 2)) + round;
      int odd = -in[y + 7] * F0_720 + in[y + 5] * F0_850 - in[y + 3] * F1_272 + in[y + 1] * F3_624;
      out[o] = sample((even + odd) >> shift);
      out[o + 1] = sample((even - odd) >> shift);
    }
  }
}
