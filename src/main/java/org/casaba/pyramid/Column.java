package org.casaba.pyramid;

import java.io.Closeable;
import java.io.IOException;

/** A column of tiles of a level, the one that is being made at hand. */
final class Column implements Closeable {
  private final TileCoder coder;
  private final int bands;
  private final int from;
  private final int filled;
  private final byte[] row;
  private byte[] made = new byte[0];
  private int length;

  /**
   * @param x where it begins
   * @param width how much of a tile's width lies in the picture
   * @param tile width of a tile
   */
  Column(TileCoder coder, int bands, int x, int width, int tile) {
    this.coder = coder;
    this.bands = bands;
    this.from = x * bands;
    this.filled = width * bands;
    this.row = new byte[tile * bands];
  }

  void start(int y) throws IOException {
    coder.start(y);
  }

  /** Adds what lies in the column of some rows of the picture. */
  void rows(byte[] band, int stride, int count) throws IOException {
    if (!coder.wantsRows()) {
      return;
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(band, i * stride + from, row, 0, filled);
      // What lies beyond the edge is never seen, and costs the least if it looks like the edge.
      for (int k = filled; k < row.length; k++) {
        row[k] = row[k - bands];
      }
      coder.row(row);
    }
  }

  /**
   * Ends a tile.
   *
   * @param missing rows that it lacks, below the picture
   */
  void end(int missing) throws IOException {
    for (int i = 0; i < missing && coder.wantsRows(); i++) {
      coder.row(row);
    }
    made = coder.end();
    length = made.length;
  }

  /** The tile's bytes, once. */
  byte[] take() {
    byte[] taken = made;
    made = new byte[0];
    return taken;
  }

  /** Length of the tile that was made last. */
  int length() {
    return length;
  }

  @Override
  public void close() {
    coder.close();
  }
}
