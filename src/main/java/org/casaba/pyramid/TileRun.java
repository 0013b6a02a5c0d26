package org.casaba.pyramid;

import java.util.Arrays;

/** Where the tiles of a level are in the file, row by row. */
final class TileRun {
  private final long[] offsets;
  private final long[] lengths;
  private int count;

  TileRun(int tiles) {
    offsets = new long[tiles];
    lengths = new long[tiles];
  }

  void add(long offset, int length) {
    offsets[count] = offset;
    lengths[count] = length;
    count++;
  }

  long[] offsets() {
    return Arrays.copyOf(offsets, count);
  }

  long[] lengths() {
    return Arrays.copyOf(lengths, count);
  }
}
