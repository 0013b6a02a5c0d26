package org.casaba.render;

/** Weighted sums of rows, in loops plain enough to be compiled to vector instructions. */
final class RowSum {
  private RowSum() {}

  /** {@code sum = weight * row}, as far as {@code row} goes. */
  static void set(float[] sum, float[] row, float weight) {
    for (int i = 0; i < row.length; i++) {
      sum[i] = weight * row[i];
    }
  }

  /** {@code sum += weight * row}, as far as {@code row} goes. */
  static void add(float[] sum, float[] row, float weight) {
    for (int i = 0; i < row.length; i++) {
      sum[i] += weight * row[i];
    }
  }
}
