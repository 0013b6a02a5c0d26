package org.casaba.codec.webp.lossy;

import java.io.IOException;
import java.util.Arrays;

/** Reads the coefficients of one block (RFC 6386, section 13). */
final class TokenReader {
  /** Where the probabilities of the band of each coefficient begin; one more for after the last. */
  private static final int[] BANDS =
      Arrays.stream(new int[] {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0})
          .map(band -> band * TokenProbabilities.CONTEXTS * TokenProbabilities.BRANCHES)
          .toArray();

  private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

  /** Probabilities of the further bits of large numbers, which begin at 11, 19, 35 and 67. */
  private static final int[][] FURTHER_BITS = {
    {173, 148, 140},
    {176, 155, 140, 135},
    {180, 157, 141, 134, 130},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
  };

  /** What the coefficients of a block are of, in the order of the probabilities. */
  enum Kind {
    LUMA_WITHOUT_DC(0, 1),
    Y2(1, 0),
    CHROMA(2, 0),
    LUMA(3, 0);

    private final int start;
    private final int first;

    Kind(int number, int first) {
      this.start = number * TokenProbabilities.KIND;
      this.first = first;
    }

    /** The first coefficient that is read: 1 where the Y2 block has the one before. */
    int first() {
      return first;
    }
  }

  private final BoolDecoder tokens;
  private final int[] probabilities;
  private final int[] coefficients;

  /**
   * @param probabilities as {@link TokenProbabilities} orders them
   * @param coefficients receives what is read
   */
  TokenReader(BoolDecoder tokens, int[] probabilities, int[] coefficients) {
    this.tokens = tokens;
    this.probabilities = probabilities;
    this.coefficients = coefficients;
  }

  /**
   * Reads a block.
   *
   * @param context how many of the blocks above and to the left have coefficients
   * @param to where among the coefficients the block begins; there are zeros
   * @return the place after the block's last coefficient
   */
  int read(Kind kind, int context, Quantizer.Factors factors, int to) throws IOException {
    int p = kind.start + BANDS[kind.first] + context * TokenProbabilities.BRANCHES;
    for (int i = kind.first; i < 16; i++) {
      if (tokens.bit(probabilities[p]) == 0) {
        return i;
      }
      while (tokens.bit(probabilities[p + 1]) == 0) {
        i++;
        if (i == 16) {
          return 16;
        }
        p = kind.start + BANDS[i];
      }
      int number = number(p);
      int nextContext = number == 1 ? 1 : 2;
      p = kind.start + BANDS[i + 1] + nextContext * TokenProbabilities.BRANCHES;
      int factor = i == 0 ? factors.dc() : factors.ac();
      coefficients[to + ZIGZAG[i]] = (short) ((tokens.flag() ? -number : number) * factor);
    }
    return 16;
  }

  /** A coefficient without its sign, 1 or more. */
  private int number(int p) throws IOException {
    if (tokens.bit(probabilities[p + 2]) == 0) {
      return 1;
    }
    if (tokens.bit(probabilities[p + 3]) == 0) {
      if (tokens.bit(probabilities[p + 4]) == 0) {
        return 2;
      }
      return 3 + tokens.bit(probabilities[p + 5]);
    }
    if (tokens.bit(probabilities[p + 6]) == 0) {
      if (tokens.bit(probabilities[p + 7]) == 0) {
        return 5 + tokens.bit(159);
      }
      return 7 + 2 * tokens.bit(165) + tokens.bit(145);
    }
    int high = tokens.bit(probabilities[p + 8]);
    int category = 2 * high + tokens.bit(probabilities[p + 9 + high]);
    int further = 0;
    for (int probability : FURTHER_BITS[category]) {
      further = 2 * further + tokens.bit(probability);
    }
    return 3 + (8 << category) + further;
  }
}
