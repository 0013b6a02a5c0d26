package org.casaba.jpeg;

import java.io.IOException;

/**
 * Takes the AC coefficients of the blocks of one component from one scan over into another, without
 * decoding more than their codes: the numbers behind the codes stay as they are, and the codes too
 * where both scans use the same table.
 */
final class BlockCopier {
  private static final int SHIFT = Long.SIZE - HuffmanTable.LOOKAHEAD;

  /** In an entry of {@link #spans}: the bits of code and number, and where the symbol begins. */
  private static final int LENGTH_MASK = 0x3F;

  private static final int SYMBOL_SHIFT = 8;

  private final BitReader in;
  private final HuffmanTable ac;
  private final BitWriter out;
  private final int[] codes;

  /**
   * By the next bits: how long the next code and the number behind it are together, and the code's
   * symbol; 0 for codes longer than the index.
   */
  private final int[] spans = new int[1 << HuffmanTable.LOOKAHEAD];

  /**
   * Copies from there to there.
   *
   * @param target has codes for all of the source's symbols
   */
  BlockCopier(BitReader in, HuffmanTable ac, BitWriter out, HuffmanCode target) {
    this.in = in;
    this.ac = ac;
    this.out = out;
    codes = target.codes;
    for (int i = 0; i < spans.length; i++) {
      spans[i] = span(ac.lookup[i]);
    }
  }

  /** From an entry of a table for decoding to one for copying. */
  private static int span(int entry) {
    int symbol = entry >> HuffmanTable.SYMBOL_SHIFT & 0xFF;
    int length = entry & HuffmanTable.LENGTH_MASK;
    boolean numberIncluded = entry >> HuffmanTable.VALUE_SHIFT != 0;
    return (length + (numberIncluded ? 0 : symbol & 0xF)) | (symbol << SYMBOL_SHIFT);
  }

  /**
   * Copies what follows a block's DC coefficient.
   *
   * @throws DamagedJpegException if that is no sound block
   */
  void copy() throws IOException {
    int[] lengths = spans;
    int[] target = codes;
    BitWriter writer = out;
    long bits = in.bits;
    int count = in.count;
    long written = writer.bits;
    int writtenCount = writer.count;
    for (int k = 1; k < 64; k++) {
      if (count < 32) {
        in.bits = bits;
        in.count = count;
        in.fill();
        bits = in.bits;
        count = in.count;
      }
      int span = lengths[(int) (bits >>> SHIFT)];
      if (span == 0) {
        span = span(ac.longCode((int) (bits >>> 48)));
      }
      int length = span & LENGTH_MASK;
      int symbol = span >> SYMBOL_SHIFT;
      int size = symbol & 0xF;
      int code = target[symbol];
      int number = (int) (bits >>> -length) & ((1 << size) - 1);
      bits <<= length;
      count -= length;
      int writtenLength = (code >> 16) + size;
      written = (written << writtenLength) | (code & 0xFFFF) << size | number;
      writtenCount += writtenLength;
      if (writtenCount >= 32) {
        writtenCount -= 32;
        writer.word((int) (written >>> writtenCount));
      }
      if (size == 0 && symbol != 0xF0) {
        break;
      }
      k += symbol >> 4;
      if (k > 63) {
        throw new DamagedJpegException("a block of the JPEG has too many coefficients");
      }
    }
    in.bits = bits;
    in.count = count;
    writer.bits = written;
    writer.count = writtenCount;
    in.check();
  }
}
