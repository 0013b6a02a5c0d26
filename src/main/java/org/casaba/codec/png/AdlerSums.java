package org.casaba.codec.png;

/**
 * The Adler-32 checksum (RFC 1950 section 8.2) of data whose parts are summed up by themselves, in
 * any order. Thread-safe.
 */
final class AdlerSums {
  private static final long MODULUS = 65521;

  private final int[] sums;
  private final long[] lengths;

  AdlerSums(int parts) {
    sums = new int[parts];
    lengths = new long[parts];
  }

  boolean isLast(int part) {
    return part == sums.length - 1;
  }

  synchronized void put(int part, int sum, long length) {
    sums[part] = sum;
    lengths[part] = length;
  }

  /**
   * The checksum of all parts one after the other. A part's lower half is 1 and the sum of its
   * bytes, its upper half the sum of what the lower half was at each byte: behind other parts it
   * was larger by all of theirs but the 1.
   */
  synchronized int whole() {
    long low = 1;
    long high = 0;
    for (int i = 0; i < sums.length; i++) {
      long more = Math.floorMod(low - 1, MODULUS);
      high = (high + (sums[i] >>> 16) + lengths[i] % MODULUS * more) % MODULUS;
      low = (more + (sums[i] & 0xFFFF)) % MODULUS;
    }
    return (int) (high << 16 | low);
  }
}
