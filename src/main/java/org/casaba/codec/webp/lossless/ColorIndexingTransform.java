package org.casaba.codec.webp.lossless;

import java.io.IOException;
import java.util.Arrays;

/** Pixels became indices in the green band, several of them in one if they fit (section 3.5.4). */
final class ColorIndexingTransform implements Transform {
  /** Indices in a pixel are 1 shifted by this. */
  private final int packing;

  private final int[] colors;

  private ColorIndexingTransform(int packing, int[] colors) {
    this.packing = packing;
    this.colors = colors;
  }

  static ColorIndexingTransform read(BitReader bits) throws IOException {
    int count = 1 + bits.read(8);
    int[] colors = EntropyCodedRows.subresolution(bits, count, 1);
    for (int i = 1; i < count; i++) {
      colors[i] = Argb.add(colors[i], colors[i - 1]);
    }
    int packing = count > 16 ? 0 : count > 4 ? 1 : count > 2 ? 2 : 3;
    return new ColorIndexingTransform(packing, Arrays.copyOf(colors, 256));
  }

  /** How many pixels a row of so many takes. */
  int packedWidth(int width) {
    return Math.ceilDiv(width, 1 << packing);
  }

  @Override
  public void undo(int[] row) {
    int indexBits = 8 >> packing;
    int mask = (1 << indexBits) - 1;
    for (int x = row.length - 1; x >= 0; x--) { // from the end: what is read lies left of it
      int green = row[x >> packing] >> 8 & 0xFF;
      int shift = (x & ((1 << packing) - 1)) * indexBits;
      row[x] = colors[green >> shift & mask];
    }
  }
}
