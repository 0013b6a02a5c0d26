package org.casaba.codec.tiff;

import java.util.stream.IntStream;

/** The colours of a ColorMap field, by index. Immutable. */
final class Palette {
  /** Red, green, blue of each colour. */
  private final byte[] colors;

  private final boolean gray;

  private Palette(byte[] colors) {
    this.colors = colors;
    this.gray = IntStream.range(0, colors.length).allMatch(i -> colors[i] == colors[i - i % 3]);
  }

  /**
   * The palette of a field's values.
   *
   * @param map 16-bit values: first all reds, then all greens, then all blues
   */
  static Palette of(int[] map) {
    // Like libtiff: some writers fill the map with 8-bit values.
    boolean narrow = IntStream.of(map).allMatch(v -> v < 256);
    int size = map.length / 3;
    byte[] colors = new byte[3 * size];
    for (int i = 0; i < colors.length; i++) {
      int v = map[i % 3 * size + i / 3];
      colors[i] = (byte) (narrow ? v : (v + 128) / 257);
    }
    return new Palette(colors);
  }

  boolean isGray() {
    return gray;
  }

  /** Writes the first bands, 1 or 3, of a colour. */
  void put(int index, byte[] target, int offset, int bands) {
    System.arraycopy(colors, 3 * index, target, offset, bands);
  }
}
