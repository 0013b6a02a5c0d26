package org.casaba.jpeg;

import java.util.Arrays;

/**
 * The samples of one row of MCUs, collected from rows of pixels as libjpeg's jccolor.c and
 * jcsample.c have it. Not thread-safe.
 */
final class McuRow {
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);
  private static final int CHROMA_OFFSET = (128 << BITS) + HALF - 1;

  private final Sampling sampling;
  private final int width;

  /** The width filled up to whole MCUs. */
  private final int paddedWidth;

  /** Samples of each component, 0 to 255, rows of {@link #stride}. */
  private final byte[][] planes;

  /** Chroma of the rows that are not yet averaged: two rows of two components. */
  private final byte[][] fullChroma;

  private int rows;

  McuRow(Sampling sampling, int width) {
    this.sampling = sampling;
    this.width = width;
    paddedWidth = Math.ceilDiv(width, sampling.mcuSize()) * sampling.mcuSize();
    planes = new byte[sampling.components()][];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = new byte[stride(i) * 8 * sampling.factor(i)];
    }
    fullChroma = new byte[sampling == Sampling.YCC_420 ? 4 : 0][paddedWidth];
  }

  /** MCUs in the row. */
  int mcus() {
    return paddedWidth / sampling.mcuSize();
  }

  /** The samples of a component. */
  byte[] plane(int component) {
    return planes[component];
  }

  /** Samples from one row of a component to the next. */
  int stride(int component) {
    return sampling == Sampling.YCC_420 && component > 0 ? paddedWidth / 2 : paddedWidth;
  }

  boolean full() {
    return rows == sampling.mcuSize();
  }

  boolean empty() {
    return rows == 0;
  }

  void clear() {
    rows = 0;
  }

  /** Takes a row of pixels. */
  void add(byte[] pixels) {
    int start = rows * paddedWidth;
    switch (sampling) {
      case GRAY -> System.arraycopy(pixels, 0, planes[0], start, width);
      case YCC_444 -> {
        convert(pixels, start, planes[1], planes[2], start);
        pad(planes[1], start);
        pad(planes[2], start);
      }
      case YCC_420 -> {
        byte[] blue = fullChroma[rows & 1];
        byte[] red = fullChroma[2 + (rows & 1)];
        convert(pixels, start, blue, red, 0);
        pad(blue, 0);
        pad(red, 0);
        if ((rows & 1) == 1) {
          averageChroma(1);
        }
      }
    }
    pad(planes[0], start);
    rows++;
  }

  /** Fills up the rows that are missing with the last one. */
  void fillUp() {
    if (sampling == Sampling.YCC_420 && (rows & 1) == 1) {
      averageChroma(0);
    }
    for (int i = 0; i < planes.length; i++) {
      boolean halved = sampling == Sampling.YCC_420 && i > 0;
      int filled = halved ? (rows + 1) / 2 : rows;
      int stride = stride(i);
      for (int at = filled * stride; at < planes[i].length; at += stride) {
        System.arraycopy(planes[i], (filled - 1) * stride, planes[i], at, stride);
      }
    }
    rows = sampling.mcuSize();
  }

  private void pad(byte[] row, int start) {
    Arrays.fill(row, start + width, start + paddedWidth, row[start + width - 1]);
  }

  private void convert(byte[] rgb, int at, byte[] blue, byte[] red, int chromaAt) {
    byte[] luma = planes[0];
    for (int x = 0, i = 0; x < width; x++, i += 3) {
      int r = rgb[i] & 0xFF;
      int g = rgb[i + 1] & 0xFF;
      int b = rgb[i + 2] & 0xFF;
      luma[at + x] = (byte) ((19595 * r + 38470 * g + 7471 * b + HALF) >> BITS);
      blue[chromaAt + x] = (byte) ((32768 * b - 11059 * r - 21709 * g + CHROMA_OFFSET) >> BITS);
      red[chromaAt + x] = (byte) ((32768 * r - 27439 * g - 5329 * b + CHROMA_OFFSET) >> BITS);
    }
  }

  /**
   * Averages squares of four chroma samples, rounding up and down in turn.
   *
   * @param second index of the square's lower row: 1, or 0 if there is but one
   */
  private void averageChroma(int second) {
    int start = (rows >> 1) * (paddedWidth >> 1);
    for (int component = 1; component <= 2; component++) {
      byte[] upper = fullChroma[2 * component - 2];
      byte[] lower = fullChroma[2 * component - 2 + second];
      byte[] out = planes[component];
      for (int x = 0; x < paddedWidth; x += 2) {
        int sum =
            (upper[x] & 0xFF) + (upper[x + 1] & 0xFF) + (lower[x] & 0xFF) + (lower[x + 1] & 0xFF);
        out[start + (x >> 1)] = (byte) ((sum + 1 + (x >> 1 & 1)) >> 2);
      }
    }
  }
}
