package org.casaba.codec;

import org.casaba.plan.ImageFacts.Coloring;

/**
 * The colour table of a stored image in the simplest layout that holds it: gray if all its colours
 * are. What is wholly transparent counts as no colour. Indices beyond the table are black.
 * Immutable.
 */
public final class IndexedColors {
  private static final int INDICES = 256;

  private final PixelLayout layout;
  private final Coloring coloring;

  /** The pixels of all indices, one after the other. */
  private final byte[] pixels;

  /**
   * @param rgb three bytes for each colour; only the first 256 count
   * @param opacities of the first colours, the others being opaque
   * @param alpha whether anything, among the colours or elsewhere, is not opaque
   */
  public IndexedColors(byte[] rgb, byte[] opacities, boolean alpha) {
    int size = Math.min(INDICES, rgb.length / 3);
    boolean gray = true;
    boolean bitonal = true;
    for (int i = 0; i < size; i++) {
      if (opacity(opacities, i) != 0) {
        gray &= rgb[3 * i] == rgb[3 * i + 1] && rgb[3 * i] == rgb[3 * i + 2];
        bitonal &= rgb[3 * i] == 0 || rgb[3 * i] == -1;
      }
    }
    this.coloring = !gray ? Coloring.COLOR : bitonal ? Coloring.BITONAL : Coloring.GRAY;
    this.layout = PixelLayout.of(!gray, alpha);
    int bands = layout.bands();
    this.pixels = new byte[INDICES * bands];
    for (int i = 0; i < INDICES; i++) {
      if (i < size && opacity(opacities, i) != 0) {
        System.arraycopy(rgb, 3 * i, pixels, i * bands, gray ? 1 : 3);
      }
      if (alpha) {
        pixels[i * bands + bands - 1] = opacity(opacities, i);
      }
    }
  }

  private static byte opacity(byte[] opacities, int index) {
    return index < opacities.length ? opacities[index] : (byte) 255;
  }

  public PixelLayout layout() {
    return layout;
  }

  public Coloring coloring() {
    return coloring;
  }

  /**
   * Writes the pixel of an index.
   *
   * @param index 0 to 255
   * @param at where in the row the pixel begins
   */
  public void put(int index, byte[] row, int at) {
    int bands = layout.bands();
    for (int band = 0; band < bands; band++) {
      row[at + band] = pixels[index * bands + band];
    }
  }
}
