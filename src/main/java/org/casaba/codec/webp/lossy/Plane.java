package org.casaba.codec.webp.lossy;

import java.util.Arrays;

/**
 * One band of a row of macroblocks before it is smoothed, with the border from which it is
 * predicted: a line above, a column to the left, and four more columns to the right (RFC 6386,
 * section 12).
 */
final class Plane {
  private static final byte ABOVE_THE_PICTURE = 127;
  private static final byte LEFT_OF_THE_PICTURE = (byte) 129;
  private static final int RIGHT_BORDER = 4;

  private final int size;
  private final int stride;
  private final byte[] samples;

  /**
   * @param size of a macroblock in this band: 16 or 8
   */
  Plane(int size, int macroblocksAcross) {
    this.size = size;
    this.stride = 1 + size * macroblocksAcross + RIGHT_BORDER;
    this.samples = new byte[stride * (1 + size)];
    Arrays.fill(samples, 0, stride, ABOVE_THE_PICTURE);
  }

  /**
   * Makes the last line the border of the next row.
   *
   * @param first whether there was none
   */
  void startRow(boolean first) {
    if (!first) {
      int last = stride - RIGHT_BORDER;
      System.arraycopy(samples, stride * size, samples, 0, last);
      Arrays.fill(samples, last, stride, samples[last - 1]);
      samples[0] = LEFT_OF_THE_PICTURE;
    }
    for (int line = 1; line <= size; line++) {
      samples[line * stride] = LEFT_OF_THE_PICTURE;
    }
  }

  /** Where the top left sample of the {@code x}-th macroblock is. */
  int at(int x) {
    return stride + 1 + size * x;
  }

  /** From a line to the next. */
  int stride() {
    return stride;
  }

  int get(int at) {
    return samples[at] & 0xFF;
  }

  void set(int at, int sample) {
    samples[at] = (byte) sample;
  }

  /** Adds to a sample, which stays between 0 and 255. */
  void add(int at, int difference) {
    samples[at] = (byte) clip((samples[at] & 0xFF) + difference);
  }

  /** The nearest number from 0 to 255. */
  static int clip(int sample) {
    return sample < 0 ? 0 : Math.min(sample, 255);
  }

  /**
   * Copies a line of the row, without the border.
   *
   * @param line 0 to {@code size - 1}
   */
  void copyLine(int line, byte[] target, int to) {
    int from = stride * (1 + line) + 1;
    System.arraycopy(samples, from, target, to, stride - 1 - RIGHT_BORDER);
  }

  /**
   * Predicts a whole macroblock.
   *
   * @param mode one of the first four of {@link SubblockModes}
   * @param above whether there is a row above
   * @param x number of the macroblock
   */
  void predict(int mode, int x, boolean above) {
    int at = at(x);
    int dc = mode == SubblockModes.DC ? mean(at, above, x > 0) : 0;
    int corner = get(at - stride - 1);
    for (int line = 0; line < size; line++) {
      int start = at + line * stride;
      int left = get(start - 1);
      switch (mode) {
        case SubblockModes.DC -> Arrays.fill(samples, start, start + size, (byte) dc);
        case SubblockModes.VERTICAL -> System.arraycopy(samples, at - stride, samples, start, size);
        case SubblockModes.HORIZONTAL -> Arrays.fill(samples, start, start + size, (byte) left);
        default -> {
          for (int column = 0; column < size; column++) {
            set(start + column, clip(left - corner + get(at - stride + column)));
          }
        }
      }
    }
  }

  /** The mean of those neighbours that there are. */
  private int mean(int at, boolean above, boolean left) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += above ? get(at - stride + i) : 0;
      sum += left ? get(at + i * stride - 1) : 0;
    }
    if (!above && !left) {
      return 128;
    }
    int count = above && left ? 2 * size : size;
    return (sum + count / 2) / count;
  }
}
