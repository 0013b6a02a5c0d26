package org.casaba.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places in the entropy-coded data of a picture in one sequential scan from which it can be read
 * on: one for every few MCUs. Damaged data have them as far as the data are sound, at least one at
 * the beginning. Immutable.
 */
public final class McuIndex {
  /** Bytes that an index takes at most, but for the largest numbers of short rows. */
  private static final int MAX_WEIGHT = 8 << 20;

  private static final int SMALLEST_SPACING = 16;

  /** MCUs between two restart markers up to which the markers themselves are index enough. */
  private static final int CLOSE_RESTARTS = 64;

  private final Grid grid;

  /** Position of the place's byte times 8, and the number of its first bit. */
  private final long[] bits;

  /** Of every place one after another; none at all where all of them are 0. */
  private final short[] predictors;

  private final int parts;
  private final boolean complete;

  /**
   * The MCUs for which there are to be places: the first of each row, and those at equal distances
   * behind it.
   *
   * @param columns MCUs in a row; all there are, if only restart markers count
   * @param rows MCU rows
   */
  record Grid(int columns, int rows, int spacing) {
    int inRow() {
      return Math.ceilDiv(columns, spacing);
    }

    int mcu(int place) {
      return place / inRow() * columns + place % inRow() * spacing;
    }

    int placeBefore(int mcu) {
      return mcu / columns * inRow() + mcu % columns / spacing;
    }
  }

  /** Collects places in their order. */
  static final class Builder {
    private final Grid grid;
    private final int parts;
    private long[] bits = new long[64];
    private short[] predictors = new short[0];
    private int places;

    /**
     * Nothing so far.
     *
     * @param parts components in the scan; 0 if all predictors are 0
     */
    Builder(Grid grid, int parts) {
      this.grid = grid;
      this.parts = parts;
    }

    Grid grid() {
      return grid;
    }

    /** Adds a place; then come its predictors. */
    void add(long bitPosition) {
      if (places == bits.length) {
        bits = Arrays.copyOf(bits, 2 * places);
      }
      if (predictors.length < (places + 1) * parts) {
        predictors = Arrays.copyOf(predictors, bits.length * parts);
      }
      bits[places++] = bitPosition;
    }

    void predictor(int part, int value) throws DamagedJpegException {
      if (value != (short) value) {
        places--;
        throw new DamagedJpegException("a DC coefficient of the JPEG is impossible");
      }
      predictors[(places - 1) * parts + part] = (short) value;
    }

    McuIndex build(int partsInScan, boolean complete) {
      return new McuIndex(
          grid,
          Arrays.copyOf(bits, places),
          Arrays.copyOf(predictors, places * parts),
          partsInScan,
          complete);
    }
  }

  private McuIndex(Grid grid, long[] bits, short[] predictors, int parts, boolean complete) {
    this.grid = grid;
    this.bits = bits;
    this.predictors = predictors;
    this.parts = parts;
    this.complete = complete;
  }

  /**
   * Reads through the picture's data once.
   *
   * @param header of a picture {@linkplain JpegHeader#inOneScan in one scan}
   * @throws IOException if the stream cannot be read; what is damaged only makes the index end
   */
  public static McuIndex of(JpegBytes bytes, JpegHeader header) throws IOException {
    ScanStart start = header.firstScan();
    McuLayout layout = McuLayout.of(start.scan(), header.frame());
    int parts = start.scan().parts().size();
    int interval = start.restartInterval();
    if (interval > 0 && interval <= CLOSE_RESTARTS) {
      int mcus = layout.columns() * layout.rows();
      Grid grid = grid(mcus, 1, interval, Long.BYTES);
      McuIndex index = RestartSearch.index(bytes.from(start.data()), grid, interval, parts);
      if (index.complete()) {
        return index;
      }
    }
    int weight = Long.BYTES + parts * Short.BYTES;
    Grid grid = grid(layout.columns(), layout.rows(), 1, weight);
    return new McuSkim(bytes.from(start.data()), header, layout).index(grid);
  }

  /**
   * The closest grid that is not too close.
   *
   * @param step of which the distances are multiples
   * @param weight bytes for one place
   */
  private static Grid grid(int columns, int rows, int step, int weight) {
    int spacing = Math.ceilDiv(SMALLEST_SPACING, step) * step;
    while (spacing < columns
        && (long) Math.ceilDiv(columns, spacing) * rows * weight > MAX_WEIGHT) {
      spacing *= 2;
    }
    return new Grid(columns, rows, spacing);
  }

  /** Whether there are places up to the picture's end. */
  public boolean complete() {
    return complete;
  }

  /** Bytes of memory that this takes. */
  public long weight() {
    return 100 + (long) bits.length * Long.BYTES + (long) predictors.length * Short.BYTES;
  }

  /**
   * The last place at that MCU or before it.
   *
   * @param mcu number from 0, row by row
   */
  public McuStart before(int mcu) {
    int place = Math.min(grid.placeBefore(mcu), bits.length - 1);
    List<Integer> before = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      before.add(predictors.length == 0 ? 0 : (int) predictors[place * parts + part]);
    }
    return new McuStart(grid.mcu(place), bits[place] >> 3, (int) (bits[place] & 7), before);
  }

  /**
   * About how many bytes from the place before one MCU to the place behind another.
   *
   * @param from number of an MCU
   * @param to number of an MCU, not before {@code from}
   */
  long length(int from, int to) {
    int first = Math.min(grid.placeBefore(from), bits.length - 1);
    int last = Math.min(grid.placeBefore(to) + 1, bits.length - 1);
    return (bits[last] - bits[first]) / 8 + 64;
  }
}
