package org.casaba.jpeg;

import java.io.IOException;

/** Transforms, quantizes and encodes the blocks of one component. Not thread-safe. */
final class BlockEncoder {
  private static final int END_OF_BLOCK = 0x00;
  private static final int SIXTEEN_ZEROS = 0xF0;

  private final BitWriter out;
  private final HuffmanCode dc;
  private final HuffmanCode ac;

  /** In zigzag order: 8 times the quantization step, half of it, and 2^32 divided by it. */
  private final int[] steps = new int[64];

  private final int[] halves = new int[64];
  private final long[] reciprocals = new long[64];

  private final int[] block = new int[64];
  private final int[] quantized = new int[64];
  private int predictor;

  /**
   * An encoder of a component's blocks.
   *
   * @param quantization row by row
   */
  BlockEncoder(BitWriter out, HuffmanCode dc, HuffmanCode ac, int[] quantization) {
    this.out = out;
    this.dc = dc;
    this.ac = ac;
    for (int k = 0; k < 64; k++) {
      int step = 8 * quantization[ZigZag.NATURAL[k]];
      steps[k] = step;
      halves[k] = step / 2;
      reciprocals[k] = Math.ceilDiv(1L << 32, step);
    }
  }

  /** Goes on as with the first block. */
  void restart() {
    predictor = 0;
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
    int value = quantized[0];
    encode(dc, 0, value - predictor);
    predictor = value;
    encodeAc(present & ~1L);
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

  /**
   * Encodes the AC coefficients; of 8 bit samples none is larger than the tables have codes for.
   */
  private void encodeAc(long present) throws IOException {
    BitWriter writer = out;
    HuffmanCode table = ac;
    long bits = writer.bits;
    int count = writer.count;
    int before = 0;
    for (long left = present; left != 0; left &= left - 1) {
      int k = Long.numberOfTrailingZeros(left);
      int run = k - before - 1;
      before = k;
      if (run > 15) {
        writer.bits = bits;
        writer.count = count;
        for (; run > 15; run -= 16) {
          code(table, SIXTEEN_ZEROS);
        }
        bits = writer.bits;
        count = writer.count;
      }
      int value = quantized[k];
      int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
      int code = table.code(run << 4 | size);
      int length = (code >> 16) + size;
      bits =
          bits << length | (code & 0xFFFF) << size | ((value + (value >> 31)) & ((1 << size) - 1));
      count += length;
      if (count >= 32) {
        count -= 32;
        writer.word((int) (bits >>> count));
      }
    }
    writer.bits = bits;
    writer.count = count;
    if (before < 63) {
      code(table, END_OF_BLOCK);
    }
  }

  private void code(HuffmanCode table, int symbol) throws IOException {
    int code = table.code(symbol);
    out.bits(code & 0xFFFF, code >> 16);
  }

  /** Writes a number with the code for its size and the run of zeros before it. */
  private void encode(HuffmanCode table, int run, int value) throws IOException {
    int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
    int code = table.code(run << 4 | size);
    int number = (value + (value >> 31)) & ((1 << size) - 1);
    out.bits((code & 0xFFFF) << size | number, (code >> 16) + size);
  }
}
