package org.casaba.jpeg;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** First scan of a progressive picture's DC coefficients (ITU T.81 section G.1.2.1). */
final class DcFirst implements StoredBlockDecoder {
  private final BitReader in;
  private final HuffmanTable table;
  private final int shift;
  private int predictor;

  DcFirst(BitReader in, HuffmanTable table, int shift) {
    this.in = in;
    this.table = table;
    this.shift = shift;
  }

  @Override
  public void decode(MemorySegment memory, long offset) throws IOException {
    predictor += in.difference(table);
    in.check();
    memory.set(CoefficientPlane.COEFFICIENT, offset, (short) (predictor << shift));
  }

  @Override
  public void restart() {
    predictor = 0;
  }
}
