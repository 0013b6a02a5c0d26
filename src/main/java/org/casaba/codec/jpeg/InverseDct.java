package org.casaba.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The inverse discrete cosine transform of 8 x 8 coefficients to 8 x 8 samples, bit for bit that of
 * libjpeg's jidctint.c ("islow"): Loeffler, Ligtenberg and Moschytz, "Practical fast 1-D DCT
 * algorithms with 11 multiplications" (1989), in integers with 13 fractional bits, of which the
 * first pass leaves 2 to the second. Not thread-safe.
 */
final class InverseDct {
  /** A block whose coefficients end here, in zigzag order, has only its 4 x 4 corner. */
  private static final int CORNER = 9;

  private static final int BITS = 13;
  private static final int PASS1_BITS = 2;
  private static final int SHIFT1 = BITS - PASS1_BITS;
  private static final int ROUND1 = 1 << (SHIFT1 - 1);
  private static final int SHIFT2 = BITS + PASS1_BITS + 3;

  /** Rounds, and raises the samples from around 0 to around 128. */
  private static final int ROUND2 = (1 << (SHIFT2 - 1)) + (128 << SHIFT2);

  private static final int F0_298 = 2446;
  private static final int F0_390 = 3196;
  private static final int F0_541 = 4433;
  private static final int F0_765 = 6270;
  private static final int F0_899 = 7373;
  private static final int F1_175 = 9633;
  private static final int F1_501 = 12299;
  private static final int F1_847 = 15137;
  private static final int F1_961 = 16069;
  private static final int F2_053 = 16819;
  private static final int F2_562 = 20995;
  private static final int F3_072 = 25172;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int[] between = new int[64];

  /**
   * Transforms a block.
   *
   * @param block coefficients row by row; 0 afterwards
   * @param last place in zigzag order behind which all coefficients are 0
   * @param out receives 8 rows of 8 samples, 0 to 255
   * @param offset of the first row
   * @param stride from one row to the next
   */
  void transform(int[] block, int last, byte[] out, int offset, int stride) {
    if (last == 0) {
      flat(block[0], out, offset, stride);
      block[0] = 0;
      return;
    }
    if (last <= CORNER) {
      cornerColumns(block);
      cornerRows();
    } else {
      columns(block);
      rows();
    }
    store(out, offset, stride);
    Arrays.fill(block, 0);
  }

  private static void flat(int dc, byte[] out, int offset, int stride) {
    long samples = 0x0101010101010101L * (sample(((dc + 4) >> 3) + 128) & 0xFF);
    for (int y = 0, o = offset; y < 8; y++, o += stride) {
      EIGHT_BYTES.set(out, o, samples);
    }
  }

  private static byte sample(int value) {
    return (byte) ((value & ~0xFF) == 0 ? value : ~value >> 31);
  }

  private void columns(int[] in) {
    int[] out = between;
    for (int x = 0; x < 8; x++) {
      if ((in[x + 8] | in[x + 16] | in[x + 24] | in[x + 32] | in[x + 40] | in[x + 48] | in[x + 56])
          == 0) {
        int dc = in[x] << PASS1_BITS;
        for (int i = x; i < 64; i += 8) {
          out[i] = dc;
        }
        continue;
      }
      int z1 = (in[x + 16] + in[x + 48]) * F0_541;
      int even2 = z1 - in[x + 48] * F1_847;
      int even3 = z1 + in[x + 16] * F0_765;
      int even0 = ((in[x] + in[x + 32]) << BITS) + ROUND1;
      int even1 = ((in[x] - in[x + 32]) << BITS) + ROUND1;
      int e0 = even0 + even3;
      int e3 = even0 - even3;
      int e1 = even1 + even2;
      int e2 = even1 - even2;
      int o0 = in[x + 56];
      int o1 = in[x + 40];
      int o2 = in[x + 24];
      int o3 = in[x + 8];
      int z5 = (o0 + o2 + o1 + o3) * F1_175;
      z1 = (o0 + o3) * -F0_899;
      int z2 = (o1 + o2) * -F2_562;
      int z3 = z5 - (o0 + o2) * F1_961;
      int z4 = z5 - (o1 + o3) * F0_390;
      o0 = o0 * F0_298 + z1 + z3;
      o1 = o1 * F2_053 + z2 + z4;
      o2 = o2 * F3_072 + z2 + z3;
      o3 = o3 * F1_501 + z1 + z4;
      out[x] = (e0 + o3) >> SHIFT1;
      out[x + 56] = (e0 - o3) >> SHIFT1;
      out[x + 8] = (e1 + o2) >> SHIFT1;
      out[x + 48] = (e1 - o2) >> SHIFT1;
      out[x + 16] = (e2 + o1) >> SHIFT1;
      out[x + 40] = (e2 - o1) >> SHIFT1;
      out[x + 24] = (e3 + o0) >> SHIFT1;
      out[x + 32] = (e3 - o0) >> SHIFT1;
    }
  }

  private void rows() {
    int[] in = between;
    for (int y = 0; y < 64; y += 8) {
      int z1 = (in[y + 2] + in[y + 6]) * F0_541;
      int even2 = z1 - in[y + 6] * F1_847;
      int even3 = z1 + in[y + 2] * F0_765;
      int even0 = ((in[y] + in[y + 4]) << BITS) + ROUND2;
      int even1 = ((in[y] - in[y + 4]) << BITS) + ROUND2;
      int e0 = even0 + even3;
      int e3 = even0 - even3;
      int e1 = even1 + even2;
      int e2 = even1 - even2;
      int o0 = in[y + 7];
      int o1 = in[y + 5];
      int o2 = in[y + 3];
      int o3 = in[y + 1];
      int z5 = (o0 + o2 + o1 + o3) * F1_175;
      z1 = (o0 + o3) * -F0_899;
      int z2 = (o1 + o2) * -F2_562;
      int z3 = z5 - (o0 + o2) * F1_961;
      int z4 = z5 - (o1 + o3) * F0_390;
      o0 = o0 * F0_298 + z1 + z3;
      o1 = o1 * F2_053 + z2 + z4;
      o2 = o2 * F3_072 + z2 + z3;
      o3 = o3 * F1_501 + z1 + z4;
      in[y] = (e0 + o3) >> SHIFT2;
      in[y + 7] = (e0 - o3) >> SHIFT2;
      in[y + 1] = (e1 + o2) >> SHIFT2;
      in[y + 6] = (e1 - o2) >> SHIFT2;
      in[y + 2] = (e2 + o1) >> SHIFT2;
      in[y + 5] = (e2 - o1) >> SHIFT2;
      in[y + 3] = (e3 + o0) >> SHIFT2;
      in[y + 4] = (e3 - o0) >> SHIFT2;
    }
  }

  /** {@link #columns} for the columns 0 to 3, of which the rows 4 to 7 are 0. */
  private void cornerColumns(int[] in) {
    int[] out = between;
    for (int x = 0; x < 4; x++) {
      int even2 = in[x + 16] * F0_541;
      int even3 = even2 + in[x + 16] * F0_765;
      int even0 = (in[x] << BITS) + ROUND1;
      int e0 = even0 + even3;
      int e3 = even0 - even3;
      int e1 = even0 + even2;
      int e2 = even0 - even2;
      int o2 = in[x + 24];
      int o3 = in[x + 8];
      int z5 = (o2 + o3) * F1_175;
      int z1 = o3 * -F0_899;
      int z2 = o2 * -F2_562;
      int z3 = z5 - o2 * F1_961;
      int z4 = z5 - o3 * F0_390;
      int o0 = z1 + z3;
      int o1 = z2 + z4;
      o2 = o2 * F3_072 + z2 + z3;
      o3 = o3 * F1_501 + z1 + z4;
      out[x] = (e0 + o3) >> SHIFT1;
      out[x + 56] = (e0 - o3) >> SHIFT1;
      out[x + 8] = (e1 + o2) >> SHIFT1;
      out[x + 48] = (e1 - o2) >> SHIFT1;
      out[x + 16] = (e2 + o1) >> SHIFT1;
      out[x + 40] = (e2 - o1) >> SHIFT1;
      out[x + 24] = (e3 + o0) >> SHIFT1;
      out[x + 32] = (e3 - o0) >> SHIFT1;
    }
  }

  /** {@link #rows} with the columns 4 to 7 being 0. */
  private void cornerRows() {
    int[] in = between;
    for (int y = 0; y < 64; y += 8) {
      int even2 = in[y + 2] * F0_541;
      int even3 = even2 + in[y + 2] * F0_765;
      int even0 = (in[y] << BITS) + ROUND2;
      int e0 = even0 + even3;
      int e3 = even0 - even3;
      int e1 = even0 + even2;
      int e2 = even0 - even2;
      int o2 = in[y + 3];
      int o3 = in[y + 1];
      int z5 = (o2 + o3) * F1_175;
      int z1 = o3 * -F0_899;
      int z2 = o2 * -F2_562;
      int z3 = z5 - o2 * F1_961;
      int z4 = z5 - o3 * F0_390;
      int o0 = z1 + z3;
      int o1 = z2 + z4;
      o2 = o2 * F3_072 + z2 + z3;
      o3 = o3 * F1_501 + z1 + z4;
      in[y] = (e0 + o3) >> SHIFT2;
      in[y + 7] = (e0 - o3) >> SHIFT2;
      in[y + 1] = (e1 + o2) >> SHIFT2;
      in[y + 6] = (e1 - o2) >> SHIFT2;
      in[y + 2] = (e2 + o1) >> SHIFT2;
      in[y + 5] = (e2 - o1) >> SHIFT2;
      in[y + 3] = (e3 + o0) >> SHIFT2;
      in[y + 4] = (e3 - o0) >> SHIFT2;
    }
  }

  private void store(byte[] out, int offset, int stride) {
    int[] d = between;
    for (int i = 0, o = offset; i < 64; i += 8, o += stride) {
      int all = d[i] | d[i + 1] | d[i + 2] | d[i + 3] | d[i + 4] | d[i + 5] | d[i + 6] | d[i + 7];
      if ((all & ~0xFF) == 0) {
        int low = d[i] | d[i + 1] << 8 | d[i + 2] << 16 | d[i + 3] << 24;
        int high = d[i + 4] | d[i + 5] << 8 | d[i + 6] << 16 | d[i + 7] << 24;
        EIGHT_BYTES.set(out, o, (low & 0xFFFFFFFFL) | (long) high << 32);
      } else {
        for (int x = 0; x < 8; x++) {
          out[o + x] = sample(d[i + x]);
        }
      }
    }
  }
}
