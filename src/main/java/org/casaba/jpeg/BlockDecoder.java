package org.casaba.jpeg;

import java.io.IOException;

/** Decodes the blocks of one component in a sequential scan (ITU T.81 section F.2.2). */
final class BlockDecoder {
  private final BitReader in;
  private final HuffmanTable dc;
  private final HuffmanTable ac;
  private final int[] quantization;
  private int predictor;

  /**
   * A decoder of that component's blocks.
   *
   * @param quantization in zigzag order
   */
  BlockDecoder(BitReader in, HuffmanTable dc, HuffmanTable ac, int[] quantization) {
    this.in = in;
    this.dc = dc;
    this.ac = ac;
    this.quantization = quantization;
  }

  void restart() {
    predictor = 0;
  }

  /** Begins behind a block with that DC coefficient, not dequantized. */
  void enter(int dcBefore) {
    predictor = dcBefore;
  }

  /** Reads the next block's DC coefficient, not dequantized, and stops in front of the others. */
  int nextDc() throws IOException {
    predictor += in.difference(dc);
    return predictor;
  }

  /**
   * Decodes the next block.
   *
   * @param block receives the dequantized coefficients that are not 0, row by row; the others must
   *     be 0 before
   * @return the place of the last coefficient that is not 0, in zigzag order
   */
  int decode(int[] block) throws IOException {
    predictor += in.difference(dc);
    block[0] = predictor * quantization[0];
    int last = 0;
    int[] lookup = ac.lookup;
    long bits = in.bits;
    int count = in.count;
    for (int k = 1; k < 64; k++) {
      if (count < 32) {
        in.bits = bits;
        in.count = count;
        in.fill();
        bits = in.bits;
        count = in.count;
      }
      int entry = lookup[(int) (bits >>> (64 - HuffmanTable.LOOKAHEAD))];
      int value = entry >> HuffmanTable.VALUE_SHIFT;
      if (value == 0) {
        if (entry == 0) {
          entry = ac.longCode((int) (bits >>> 48));
        }
        int length = entry & HuffmanTable.LENGTH_MASK;
        bits <<= length;
        count -= length;
        int size = entry >> HuffmanTable.SYMBOL_SHIFT & 0xF;
        int run = entry >> HuffmanTable.RUN_SHIFT & 0xF;
        if (size == 0) {
          if (run != 15) {
            break;
          }
          k += 15;
          continue;
        }
        k += run;
        value = HuffmanTable.extend((int) (bits >>> -size), size);
        bits <<= size;
        count -= size;
      } else {
        int length = entry & HuffmanTable.LENGTH_MASK;
        bits <<= length;
        count -= length;
        k += entry >> HuffmanTable.RUN_SHIFT & 0xF;
      }
      if (k > 63) {
        throw overfull();
      }
      block[ZigZag.NATURAL[k]] = value * quantization[k];
      last = k;
    }
    in.bits = bits;
    in.count = count;
    in.check();
    return last;
  }

  /** Decodes the DC coefficient of the next block only. */
  int decodeDc(int[] block) throws IOException {
    skip();
    block[0] = predictor * quantization[0];
    return 0;
  }

  /** Passes over the next block. */
  void skip() throws IOException {
    nextDc();
    skipAc();
  }

  /** Passes over what follows the DC coefficient of a block. */
  void skipAc() throws IOException {
    int[] lookup = ac.lookup;
    long bits = in.bits;
    int count = in.count;
    for (int k = 1; k < 64; k++) {
      if (count < 32) {
        in.bits = bits;
        in.count = count;
        in.fill();
        bits = in.bits;
        count = in.count;
      }
      int entry = lookup[(int) (bits >>> (64 - HuffmanTable.LOOKAHEAD))];
      int length = entry & HuffmanTable.LENGTH_MASK;
      if (entry >> HuffmanTable.VALUE_SHIFT == 0) {
        if (entry == 0) {
          entry = ac.longCode((int) (bits >>> 48));
          length = entry & HuffmanTable.LENGTH_MASK;
        }
        int size = entry >> HuffmanTable.SYMBOL_SHIFT & 0xF;
        length += size;
        if (size == 0 && (entry >> HuffmanTable.RUN_SHIFT & 0xF) != 15) {
          bits <<= length;
          count -= length;
          break;
        }
      }
      bits <<= length;
      count -= length;
      k += entry >> HuffmanTable.RUN_SHIFT & 0xF;
    }
    in.bits = bits;
    in.count = count;
    in.check();
  }

  private static DamagedJpegException overfull() {
    return new DamagedJpegException("a block of the JPEG has too many coefficients");
  }
}
