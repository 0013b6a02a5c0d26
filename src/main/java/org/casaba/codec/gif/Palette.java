package org.casaba.codec.gif;

import java.util.Arrays;

/**
 * The colours of a picture to be written, at most 256 with the transparent one.
 *
 * <p>A colour is {@code red << 16 | green << 8 | blue} throughout the package.
 */
final class Palette {
  /** Index of the transparent entry of a palette that has none. */
  static final int NONE = -1;

  private final int[] colors;
  private final boolean transparent;

  /**
   * @param transparent whether one more entry, the last, is to be transparent
   */
  Palette(int[] colors, boolean transparent) {
    if (colors.length + (transparent ? 1 : 0) > 256) {
      throw new IllegalArgumentException(colors.length + " colours");
    }
    this.colors = colors.clone();
    this.transparent = transparent;
  }

  /** So many grays, evenly from black to white. */
  static Palette grays(int count, boolean transparent) {
    int[] colors = new int[count];
    Arrays.setAll(colors, i -> Math.round(i * 255f / (count - 1)) * 0x010101);
    return new Palette(colors, transparent);
  }

  int size() {
    return colors.length;
  }

  int color(int index) {
    return colors[index];
  }

  /** Index of the transparent entry, or {@link #NONE}. */
  int transparentIndex() {
    return transparent ? colors.length : NONE;
  }

  /** Bits that hold every index: 1 to 8. */
  int bits() {
    int last = colors.length - (transparent ? 0 : 1);
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(last));
  }

  /** The colour table of a file: three bytes for each of {@code 1 << bits()} entries. */
  byte[] table() {
    byte[] table = new byte[3 << bits()];
    for (int i = 0; i < colors.length; i++) {
      table[3 * i] = (byte) (colors[i] >> 16);
      table[3 * i + 1] = (byte) (colors[i] >> 8);
      table[3 * i + 2] = (byte) colors[i];
    }
    return table;
  }

  /** Index of the entry with the smallest distance in RGB. */
  int nearest(int color) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colors.length; i++) {
      int distance = square((colors[i] >> 16) - (color >> 16));
      distance += square((colors[i] >> 8 & 0xFF) - (color >> 8 & 0xFF));
      distance += square((colors[i] & 0xFF) - (color & 0xFF));
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static int square(int difference) {
    return difference * difference;
  }
}
