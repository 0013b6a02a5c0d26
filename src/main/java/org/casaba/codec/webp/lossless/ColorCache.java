package org.casaba.codec.webp.lossless;

/** The colours seen last, found by a hash of theirs (section 3.6.2.3). */
final class ColorCache {
  private final int[] colors;
  private final int shift;

  /**
   * @param bits of the number of entries, 1 to 11
   */
  ColorCache(int bits) {
    this.colors = new int[1 << bits];
    this.shift = 32 - bits;
  }

  void add(int argb) {
    colors[(0x1E35A7BD * argb) >>> shift] = argb;
  }

  int get(int index) {
    return colors[index];
  }

  int size() {
    return colors.length;
  }
}
