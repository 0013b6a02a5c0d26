package org.casaba.codec.gif;

import org.casaba.codec.PixelLayout;

/**
 * Turns rows of pixels into palette indices. Rows come from the top; state may go from row to row.
 */
@FunctionalInterface
interface Indexing {
  /** Opacity from which on a pixel is shown: GIF has nothing between transparent and opaque. */
  int OPAQUE = 128;

  /**
   * Turns one row.
   *
   * @param row pixels, at least as many as {@code indices} is long
   */
  void apply(byte[] row, byte[] indices);

  /** For gray pixels and a palette of two entries. */
  static Indexing bitonal() {
    return (row, indices) -> {
      for (int i = 0; i < indices.length; i++) {
        indices[i] = (byte) (row[i] < 0 ? 1 : 0);
      }
    };
  }

  /** For gray pixels and a palette of 256 grays. */
  static Indexing gray() {
    return (row, indices) -> System.arraycopy(row, 0, indices, 0, indices.length);
  }

  /** For gray pixels with opacity and a palette of grays and a transparent entry. */
  static Indexing grayAlpha(Palette grays) {
    int last = grays.size() - 1;
    return (row, indices) -> {
      for (int i = 0; i < indices.length; i++) {
        boolean opaque = (row[2 * i + 1] & 0xFF) >= OPAQUE;
        int gray = ((row[2 * i] & 0xFF) * last + 127) / 255;
        indices[i] = (byte) (opaque ? gray : grays.transparentIndex());
      }
    };
  }

  /** For coloured pixels that all are in the table, which is the palette's. */
  static Indexing exact(PixelLayout layout, ColorTable table, Palette palette) {
    return (row, indices) -> {
      int last = -1;
      int lastIndex = 0;
      for (int i = 0; i < indices.length; i++) {
        int color = color(row, i, layout);
        if (color < 0) {
          indices[i] = (byte) palette.transparentIndex();
          continue;
        }
        if (color != last) {
          last = color;
          lastIndex = table.indexOf(color);
        }
        indices[i] = (byte) lastIndex;
      }
    };
  }

  /** Colour of the pixel at an index of a row; -1 if it is transparent. */
  static int color(byte[] row, int index, PixelLayout layout) {
    int at = index * layout.bands();
    if (layout.alpha() && (row[at + 3] & 0xFF) < OPAQUE) {
      return -1;
    }
    return (row[at] & 0xFF) << 16 | (row[at + 1] & 0xFF) << 8 | (row[at + 2] & 0xFF);
  }
}
