package org.casaba.jpeg;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Blocks of a sequential scan that holds only some of the components. */
final class WholeBlocks implements StoredBlockDecoder {
  private final BlockDecoder decoder;
  private final boolean dcOnly;
  private final int[] block = new int[64];

  /**
   * Blocks as that decoder decodes them.
   *
   * @param decoder with a quantization of 1
   */
  WholeBlocks(BlockDecoder decoder, boolean dcOnly) {
    this.decoder = decoder;
    this.dcOnly = dcOnly;
  }

  @Override
  public void decode(MemorySegment memory, long offset) throws IOException {
    if (dcOnly) {
      decoder.decodeDc(block);
      memory.set(CoefficientPlane.COEFFICIENT, offset, (short) block[0]);
      return;
    }
    decoder.decode(block);
    for (int i = 0; i < 64; i++) {
      memory.set(CoefficientPlane.COEFFICIENT, offset + 2L * i, (short) block[i]);
      block[i] = 0;
    }
  }

  @Override
  public void restart() {
    decoder.restart();
  }
}
