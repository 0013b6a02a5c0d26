package org.casaba.codec.png;

/**
 * Makes rows of bytes easier to compress (section 9.2). Of the filters Sub, Up and Paeth the one
 * with the smallest sum of absolute differences is taken, the specification's own advice (section
 * 12.7).
 */
final class RowFilter {
  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int PAETH = 4;

  private final int distance;
  private byte[] best;
  private byte[] candidate;

  /**
   * @param length bytes of a row
   * @param distance bytes of a pixel
   */
  RowFilter(int length, int distance) {
    this.distance = distance;
    this.best = new byte[1 + length];
    this.candidate = new byte[1 + length];
  }

  /**
   * The filter's number and the filtered row; the array is overwritten by the next call.
   *
   * @param above the row before, zeros for the first
   */
  byte[] apply(byte[] row, byte[] above) {
    long least = sub(row, candidate);
    swap();
    least = keepIfLess(up(row, above, candidate), least);
    keepIfLess(paeth(row, above, candidate), least);
    return best;
  }

  /** As {@link #apply}, for a row whose row above is not known, or is zeros. */
  byte[] alone(byte[] row) {
    sub(row, best);
    return best;
  }

  private long keepIfLess(long sum, long least) {
    if (sum < least) {
      swap();
      return sum;
    }
    return least;
  }

  private void swap() {
    byte[] other = best;
    best = candidate;
    candidate = other;
  }

  private long sub(byte[] row, byte[] filtered) {
    filtered[0] = SUB;
    System.arraycopy(row, 0, filtered, 1, distance);
    long sum = 0;
    for (int i = distance; i < filtered.length - 1; i++) {
      byte difference = (byte) (row[i] - row[i - distance]);
      filtered[i + 1] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }

  private long up(byte[] row, byte[] above, byte[] filtered) {
    filtered[0] = UP;
    long sum = 0;
    for (int i = 0; i < filtered.length - 1; i++) {
      byte difference = (byte) (row[i] - above[i]);
      filtered[i + 1] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }

  private long paeth(byte[] row, byte[] above, byte[] filtered) {
    filtered[0] = PAETH;
    for (int i = 0; i < distance; i++) {
      filtered[i + 1] = (byte) (row[i] - above[i]);
    }
    long sum = 0;
    for (int i = distance; i < filtered.length - 1; i++) {
      int left = row[i - distance] & 0xFF;
      int predicted = Paeth.predict(left, above[i] & 0xFF, above[i - distance] & 0xFF);
      byte difference = (byte) (row[i] - predicted);
      filtered[i + 1] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }
}
