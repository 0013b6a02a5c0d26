package org.casaba.jpeg;

import java.io.IOException;

/** Transforms, quantizes and encodes the blocks of one component. Not thread-safe. */
final class BlockEncoder {
  private final CoefficientEncoder out;

  /** In zigzag order: 8 times the quantization step, half of it, and 2^32 divided by it. */
  private final int[] steps = new int[64];

  private final int[] halves = new int[64];
  private final long[] reciprocals = new long[64];

  private final int[] block = new int[64];
  private final int[] quantized = new int[64];

  /**
   * An encoder of a component's blocks.
   *
   * @param quantization row by row
   */
  BlockEncoder(BitWriter out, HuffmanCode dc, HuffmanCode ac, int[] quantization) {
    this.out = new CoefficientEncoder(out, dc, ac);
    for (int k = 0; k < 64; k++) {
      int step = 8 * quantization[ZigZag.NATURAL[k]];
      steps[k] = step;
      halves[k] = step / 2;
      reciprocals[k] = Math.ceilDiv(1L << 32, step);
    }
  }

  /** Goes on as with the first block. */
  void restart() {
    out.restart();
  }

  /** Encodes the 8 x 8 samples that begin there. */
  void encode(byte[] samples, int offset, int stride) throws IOException {
    for (int y = 0, i = 0, o = offset; y < 8; y++, i += 8, o += stride) {
      for (int x = 0; x < 8; x++) {
        block[i + x] = (samples[o + x] & 0xFF) - 128;
      }
    }
    ForwardDct.transform(block);
    long present = quantize();
    out.encode(quantized, present);
  }

  /**
   * Divides the coefficients by their steps, rounding halves away from 0.
   *
   * @return for each place in zigzag order a bit: whether {@link #quantized} holds something there
   *     that is not 0
   */
  private long quantize() {
    long present = 0;
    quantized[0] = 0;
    for (int k = 0; k < 64; k++) {
      int coefficient = block[ZigZag.NATURAL[k]];
      int magnitude = Math.abs(coefficient) + halves[k];
      if (magnitude >= steps[k]) {
        int quotient = (int) ((magnitude * reciprocals[k]) >>> 32);
        quantized[k] = coefficient < 0 ? -quotient : quotient;
        present |= 1L << k;
      }
    }
    return present;
  }
}
