package org.casaba.jpeg;

/**
 * The forward discrete cosine transform of 8 x 8 samples, bit for bit that of libjpeg's jfdctint.c
 * ("islow"): the coefficients come out 8 times too large.
 */
final class ForwardDct {
  private static final int BITS = 13;
  private static final int PASS1_BITS = 2;
  private static final int SHIFT1 = BITS - PASS1_BITS;
  private static final int ROUND1 = 1 << (SHIFT1 - 1);
  private static final int SHIFT2 = BITS + PASS1_BITS;
  private static final int ROUND2 = 1 << (SHIFT2 - 1);

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

  private ForwardDct() {}

  /**
   * Transforms a block in place.
   *
   * @param block samples around 0, row by row
   */
  static void transform(int[] block) {
    for (int y = 0; y < 64; y += 8) {
      row(block, y);
    }
    for (int x = 0; x < 8; x++) {
      column(block, x);
    }
  }

  private static void row(int[] d, int i) {
    int s07 = d[i] + d[i + 7];
    int d07 = d[i] - d[i + 7];
    int s16 = d[i + 1] + d[i + 6];
    int d16 = d[i + 1] - d[i + 6];
    int s25 = d[i + 2] + d[i + 5];
    int d25 = d[i + 2] - d[i + 5];
    int s34 = d[i + 3] + d[i + 4];
    int d34 = d[i + 3] - d[i + 4];
    int e0 = s07 + s34;
    int e3 = s07 - s34;
    int e1 = s16 + s25;
    int e2 = s16 - s25;
    d[i] = (e0 + e1) << PASS1_BITS;
    d[i + 4] = (e0 - e1) << PASS1_BITS;
    int even = (e2 + e3) * F0_541 + ROUND1;
    d[i + 2] = (even + e3 * F0_765) >> SHIFT1;
    d[i + 6] = (even - e2 * F1_847) >> SHIFT1;
    int z5 = (d34 + d16 + d25 + d07) * F1_175 + ROUND1;
    int z1 = (d34 + d07) * -F0_899;
    int z2 = (d25 + d16) * -F2_562;
    int z3 = z5 - (d34 + d16) * F1_961;
    int z4 = z5 - (d25 + d07) * F0_390;
    d[i + 7] = (d34 * F0_298 + z1 + z3) >> SHIFT1;
    d[i + 5] = (d25 * F2_053 + z2 + z4) >> SHIFT1;
    d[i + 3] = (d16 * F3_072 + z2 + z3) >> SHIFT1;
    d[i + 1] = (d07 * F1_501 + z1 + z4) >> SHIFT1;
  }

  private static void column(int[] d, int i) {
    int s07 = d[i] + d[i + 56];
    int d07 = d[i] - d[i + 56];
    int s16 = d[i + 8] + d[i + 48];
    int d16 = d[i + 8] - d[i + 48];
    int s25 = d[i + 16] + d[i + 40];
    int d25 = d[i + 16] - d[i + 40];
    int s34 = d[i + 24] + d[i + 32];
    int d34 = d[i + 24] - d[i + 32];
    int e0 = s07 + s34;
    int e3 = s07 - s34;
    int e1 = s16 + s25;
    int e2 = s16 - s25;
    int round = 1 << (PASS1_BITS - 1);
    d[i] = (e0 + e1 + round) >> PASS1_BITS;
    d[i + 32] = (e0 - e1 + round) >> PASS1_BITS;
    int even = (e2 + e3) * F0_541 + ROUND2;
    d[i + 16] = (even + e3 * F0_765) >> SHIFT2;
    d[i + 48] = (even - e2 * F1_847) >> SHIFT2;
    int z5 = (d34 + d16 + d25 + d07) * F1_175 + ROUND2;
    int z1 = (d34 + d07) * -F0_899;
    int z2 = (d25 + d16) * -F2_562;
    int z3 = z5 - (d34 + d16) * F1_961;
    int z4 = z5 - (d25 + d07) * F0_390;
    d[i + 56] = (d34 * F0_298 + z1 + z3) >> SHIFT2;
    d[i + 40] = (d25 * F2_053 + z2 + z4) >> SHIFT2;
    d[i + 24] = (d16 * F3_072 + z2 + z3) >> SHIFT2;
    d[i + 8] = (d07 * F1_501 + z1 + z4) >> SHIFT2;
  }
}
