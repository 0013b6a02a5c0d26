package org.casaba.codec.webp.lossy;

/** From coefficients to differences (RFC 6386, section 14), in libwebp's arithmetic. */
final class InverseTransform {

  private InverseTransform() {}

  /**
   * The inverse Walsh-Hadamard transform: what the 16 coefficients at {@code from} stand for become
   * the first coefficients of the 16 blocks at the beginning.
   */
  static void spreadY2(int[] coefficients, int from) {
    int[] columns = new int[16];
    for (int i = 0; i < 4; i++) {
      int c = from + i;
      int outerSum = coefficients[c] + coefficients[c + 12];
      int innerSum = coefficients[c + 4] + coefficients[c + 8];
      int innerDifference = coefficients[c + 4] - coefficients[c + 8];
      int outerDifference = coefficients[c] - coefficients[c + 12];
      columns[i] = outerSum + innerSum;
      columns[i + 4] = outerDifference + innerDifference;
      columns[i + 8] = outerSum - innerSum;
      columns[i + 12] = outerDifference - innerDifference;
    }
    for (int i = 0; i < 4; i++) {
      int c = 4 * i;
      int rounded = columns[c] + 3;
      int outerSum = rounded + columns[c + 3];
      int innerSum = columns[c + 1] + columns[c + 2];
      int innerDifference = columns[c + 1] - columns[c + 2];
      int outerDifference = rounded - columns[c + 3];
      int to = 64 * i;
      coefficients[to] = (outerSum + innerSum) >> 3;
      coefficients[to + 16] = (outerDifference + innerDifference) >> 3;
      coefficients[to + 32] = (outerSum - innerSum) >> 3;
      coefficients[to + 48] = (outerDifference - innerDifference) >> 3;
    }
  }

  /** Adds a difference that all 4 x 4 pixels have in common, given its coefficient. */
  static void addDc(int coefficient, Plane plane, int at) {
    int difference = (coefficient + 4) >> 3;
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        plane.add(at + row * plane.stride() + column, difference);
      }
    }
  }

  /** The inverse cosine transform of 16 coefficients, added to 4 x 4 pixels. */
  static void add(int[] coefficients, int from, Plane plane, int at) {
    int[] columns = new int[16];
    for (int i = 0; i < 4; i++) {
      int c = from + i;
      int sum = coefficients[c] + coefficients[c + 8];
      int difference = coefficients[c] - coefficients[c + 8];
      int minor = small(coefficients[c + 4]) - large(coefficients[c + 12]);
      int major = large(coefficients[c + 4]) + small(coefficients[c + 12]);
      columns[4 * i] = sum + major;
      columns[4 * i + 1] = difference + minor;
      columns[4 * i + 2] = difference - minor;
      columns[4 * i + 3] = sum - major;
    }
    for (int row = 0; row < 4; row++) {
      int sum = columns[row] + 4 + columns[row + 8];
      int difference = columns[row] + 4 - columns[row + 8];
      int minor = small(columns[row + 4]) - large(columns[row + 12]);
      int major = large(columns[row + 4]) + small(columns[row + 12]);
      int to = at + row * plane.stride();
      plane.add(to, (sum + major) >> 3);
      plane.add(to + 1, (difference + minor) >> 3);
      plane.add(to + 2, (difference - minor) >> 3);
      plane.add(to + 3, (sum - major) >> 3);
    }
  }

  /** Times the square root of 2 and the cosine of an eighth turn's half. */
  private static int large(int number) {
    return ((number * 20091) >> 16) + number;
  }

  /** Times the square root of 2 and the sine of an eighth turn's half. */
  private static int small(int number) {
    return (number * 35468) >> 16;
  }
}
