package org.casaba.codec.gif;

import java.util.Arrays;

/** The different colours of a picture in the order of their appearance, as long as they are few. */
final class ColorTable {
  private static final int SLOTS = 1024;

  private final int limit;
  private final int[] colors;
  private final short[] slots = new short[SLOTS];
  private int size;
  private boolean overflown;

  /**
   * @param limit most colours that are kept, 256 or fewer
   */
  ColorTable(int limit) {
    this.limit = limit;
    this.colors = new int[limit];
    Arrays.fill(slots, (short) -1);
  }

  /** Notes a colour unless there are too many already. */
  void add(int color) {
    if (overflown || (size > 0 && colors[size - 1] == color)) {
      return;
    }
    int slot = slot(color);
    if (slots[slot] < 0) {
      if (size == limit) {
        overflown = true;
      } else {
        slots[slot] = (short) size;
        colors[size++] = color;
      }
    }
  }

  /** Whether there have been more colours than the limit. */
  boolean overflown() {
    return overflown;
  }

  int[] colors() {
    return Arrays.copyOf(colors, size);
  }

  /** Position in {@link #colors} of a colour that has been added. */
  int indexOf(int color) {
    return slots[slot(color)];
  }

  /** Where the colour is or would be kept. */
  private int slot(int color) {
    int slot = (color * 0x9E3779B1) >>> 22;
    while (slots[slot] >= 0 && colors[slots[slot]] != color) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }
}
