package org.casaba.jpeg;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** One more bit of a band of a progressive picture's AC coefficients (ITU T.81 section G.1.2.3). */
final class AcRefinement implements StoredBlockDecoder {
  private final BitReader in;
  private final HuffmanTable table;
  private final Scan scan;
  private final int bit;

  /** Blocks, from this one on, that have nothing new in this band. */
  private int blocksWithoutNew;

  AcRefinement(BitReader in, HuffmanTable table, Scan scan) {
    this.in = in;
    this.table = table;
    this.scan = scan;
    bit = 1 << scan.low();
  }

  @Override
  public void decode(MemorySegment memory, long offset) throws IOException {
    int k = scan.first();
    while (blocksWithoutNew == 0 && k <= scan.last()) {
      int entry = in.entry(table);
      int run = entry >> HuffmanTable.RUN_SHIFT & 0xF;
      int size = entry >> HuffmanTable.SYMBOL_SHIFT & 0xF;
      if (size > 0) {
        int number = entry >> HuffmanTable.VALUE_SHIFT;
        boolean positive = number > 0 || (number == 0 && in.take(1) != 0);
        int value = positive ? bit : -bit;
        k = refine(memory, offset, k, run);
        if (k > scan.last()) {
          throw new DamagedJpegException("a block of the JPEG has too many coefficients");
        }
        set(memory, offset, k++, value);
      } else if (run == 15) {
        k = refine(memory, offset, k, 15) + 1;
      } else {
        blocksWithoutNew = run == 0 ? 1 : (1 << run) + in.take(run);
      }
    }
    if (blocksWithoutNew > 0) {
      refine(memory, offset, k, Integer.MAX_VALUE);
      blocksWithoutNew--;
    }
    in.check();
  }

  /**
   * Adds a bit to each coefficient that is not 0, up to the one that is 0 behind so many others
   * that are.
   *
   * @return the place where that one stands, or behind the band
   */
  private int refine(MemorySegment memory, long offset, int from, int zeros) throws IOException {
    int left = zeros;
    int last = scan.last();
    for (int k = from; k <= last; k++) {
      int coefficient = memory.get(CoefficientPlane.COEFFICIENT, offset + 2L * ZigZag.NATURAL[k]);
      if (coefficient == 0) {
        if (left-- == 0) {
          return k;
        }
      } else if (in.take(1) != 0 && (coefficient & bit) == 0) {
        set(memory, offset, k, coefficient + (coefficient > 0 ? bit : -bit));
      }
    }
    return last + 1;
  }

  private static void set(MemorySegment memory, long offset, int k, int value) {
    memory.set(CoefficientPlane.COEFFICIENT, offset + 2L * ZigZag.NATURAL[k], (short) value);
  }

  @Override
  public void restart() {
    blocksWithoutNew = 0;
  }
}
