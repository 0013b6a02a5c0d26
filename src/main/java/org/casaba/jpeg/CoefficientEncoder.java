package org.casaba.jpeg;

import java.io.IOException;

/** Encodes quantized coefficients of the blocks of one component (ITU T.81 section F.1.2). */
final class CoefficientEncoder {
  private static final int END_OF_BLOCK = 0x00;
  private static final int SIXTEEN_ZEROS = 0xF0;

  /** Bits of the largest DC difference that 8-bit samples make. */
  private static final int LARGEST_DC = 11;

  private final BitWriter out;
  private final HuffmanCode dc;
  private final HuffmanCode ac;
  private int predictor;

  /**
   * An encoder of a component's blocks.
   *
   * @param dc for all sizes up to 11
   */
  CoefficientEncoder(BitWriter out, HuffmanCode dc, HuffmanCode ac) {
    this.out = out;
    this.dc = dc;
    this.ac = ac;
  }

  /** Goes on as with the first block. */
  void restart() {
    predictor = 0;
  }

  /** Whether all DC coefficients of 8-bit pictures can be written with that table. */
  static boolean suffices(HuffmanCode dc) {
    for (int size = 0; size <= LARGEST_DC; size++) {
      if (!dc.has(size)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Encodes a block.
   *
   * @param quantized in zigzag order
   * @param present for each place a bit: whether there is something that is not 0; what is not
   *     present is not looked at, but for the first
   */
  void encode(int[] quantized, long present) throws IOException {
    encodeDc(quantized[0]);
    encodeAc(quantized, present & ~1L);
  }

  /** Encodes a block of one even value. */
  void encodeFlat(int value) throws IOException {
    encodeDc(value);
    code(ac, END_OF_BLOCK);
  }

  /**
   * Encodes a block's first coefficient.
   *
   * @throws DamagedJpegException if it cannot come from a sound picture
   */
  void encodeDc(int value) throws IOException {
    int difference = value - predictor;
    predictor = value;
    int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(difference));
    if (size > LARGEST_DC) {
      throw new DamagedJpegException("a coefficient of the JPEG is impossible");
    }
    int code = dc.code(size);
    int number = (difference + (difference >> 31)) & ((1 << size) - 1);
    out.bits((code & 0xFFFF) << size | number, (code >> 16) + size);
  }

  /**
   * Encodes the AC coefficients; of 8 bit samples none is larger than the tables have codes for.
   */
  private void encodeAc(int[] quantized, long present) throws IOException {
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
}
