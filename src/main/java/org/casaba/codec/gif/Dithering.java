package org.casaba.codec.gif;

import java.util.Arrays;
import org.casaba.codec.PixelLayout;

/**
 * For coloured pixels: the nearest colour of the palette, half of the difference being passed on to
 * the neighbours on the right and below in the shares of Floyd and Steinberg. The whole of it would
 * make soft gradients softer still, but flat areas noisy and the file larger.
 */
final class Dithering implements Indexing {
  /** Parts of a difference are counted in 32nds: 16ths, halved. */
  private static final int SHARE_BITS = 5;

  private static final int HALF = 1 << (SHARE_BITS - 1);
  private static final short UNKNOWN = -1;

  private final PixelLayout layout;
  private final Palette palette;

  /** Nearest entries to the colours with their two lowest bits cut off, as far as known. */
  private final short[] nearest = new short[1 << 18];

  /** Differences passed on to this row and the next: 3 for each pixel, one more at both ends. */
  private int[] here;

  private int[] below;

  Dithering(PixelLayout layout, Palette palette, int width) {
    this.layout = layout;
    this.palette = palette;
    this.here = new int[3 * (width + 2)];
    this.below = new int[3 * (width + 2)];
    Arrays.fill(nearest, UNKNOWN);
  }

  @Override
  public void apply(byte[] row, byte[] indices) {
    for (int x = 0; x < indices.length; x++) {
      int color = Indexing.color(row, x, layout);
      if (color < 0) {
        indices[x] = (byte) palette.transparentIndex();
        continue;
      }
      int at = 3 * (x + 1);
      int red = wanted(color >> 16, here[at]);
      int green = wanted(color >> 8 & 0xFF, here[at + 1]);
      int blue = wanted(color & 0xFF, here[at + 2]);
      int index = nearest(red, green, blue);
      int got = palette.color(index);
      passOn(at, red - (got >> 16));
      passOn(at + 1, green - (got >> 8 & 0xFF));
      passOn(at + 2, blue - (got & 0xFF));
      indices[x] = (byte) index;
    }
    int[] done = here;
    here = below;
    below = done;
    Arrays.fill(below, 0);
  }

  private static int wanted(int level, int passedOn) {
    return Math.clamp(level + ((passedOn + HALF) >> SHARE_BITS), 0, 255);
  }

  private int nearest(int red, int green, int blue) {
    int cell = (red >> 2) << 12 | (green >> 2) << 6 | blue >> 2;
    if (nearest[cell] == UNKNOWN) {
      int middle = (red & 0xFC) << 16 | (green & 0xFC) << 8 | (blue & 0xFC) | 0x020202;
      nearest[cell] = (short) palette.nearest(middle);
    }
    return nearest[cell];
  }

  private void passOn(int at, int difference) {
    here[at + 3] += 7 * difference;
    below[at - 3] += 3 * difference;
    below[at] += 5 * difference;
    below[at + 3] += difference;
  }
}
