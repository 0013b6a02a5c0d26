package org.casaba.jpeg;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** One more bit of a progressive picture's DC coefficients (ITU T.81 section G.1.2.1). */
final class DcRefinement implements StoredBlockDecoder {
  private final BitReader in;
  private final int bit;

  DcRefinement(BitReader in, int shift) {
    this.in = in;
    bit = 1 << shift;
  }

  @Override
  public void decode(MemorySegment memory, long offset) throws IOException {
    if (in.take(1) != 0) {
      int coefficient = memory.get(CoefficientPlane.COEFFICIENT, offset);
      memory.set(CoefficientPlane.COEFFICIENT, offset, (short) (coefficient | bit));
    }
    in.check();
  }

  @Override
  public void restart() {
    // nothing is carried over
  }
}
