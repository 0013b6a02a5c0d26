package org.casaba.jpeg;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** First scan of a band of a progressive picture's AC coefficients (ITU T.81 section G.1.2.2). */
final class AcFirst implements StoredBlockDecoder {
  private final BitReader in;
  private final HuffmanTable table;
  private final Scan scan;

  /** Blocks that come next and have nothing in this band. */
  private int emptyBlocks;

  AcFirst(BitReader in, HuffmanTable table, Scan scan) {
    this.in = in;
    this.table = table;
    this.scan = scan;
  }

  @Override
  public void decode(MemorySegment memory, long offset) throws IOException {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return;
    }
    int last = scan.last();
    for (int k = scan.first(); k <= last; k++) {
      int entry = in.entry(table);
      int value = entry >> HuffmanTable.VALUE_SHIFT;
      int run = entry >> HuffmanTable.RUN_SHIFT & 0xF;
      int size = entry >> HuffmanTable.SYMBOL_SHIFT & 0xF;
      if (size > 0) {
        k += run;
        if (value == 0) {
          value = HuffmanTable.extend(in.take(size), size);
        }
        if (k > last) {
          throw new DamagedJpegException("a block of the JPEG has too many coefficients");
        }
        memory.set(
            CoefficientPlane.COEFFICIENT,
            offset + 2L * ZigZag.NATURAL[k],
            (short) (value << scan.low()));
      } else if (run == 15) {
        k += 15;
      } else {
        emptyBlocks = run == 0 ? 0 : (1 << run) - 1 + in.take(run);
        break;
      }
    }
    in.check();
  }

  @Override
  public void restart() {
    emptyBlocks = 0;
  }
}
