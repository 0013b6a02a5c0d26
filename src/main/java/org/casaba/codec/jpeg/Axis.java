package org.casaba.codec.jpeg;

/**
 * How the samples of a component lie under the pixels of the picture, along one direction.
 *
 * @param samples that lie under {@code pixels} pixels
 * @param pixels see {@code samples}
 * @param length samples in all
 * @param smooth whether a pixel is mixed from the sample it lies in and the nearest neighbour; only
 *     with one sample for two pixels
 */
record Axis(int samples, int pixels, int length, boolean smooth) {

  /** The sample in which a pixel lies. */
  int sample(int pixel) {
    return Math.min((int) ((long) pixel * samples / pixels), length - 1);
  }

  /** The other sample that a pixel is mixed from. */
  int neighbour(int pixel) {
    return Math.clamp(sample(pixel) + ((pixel & 1) == 0 ? -1L : 1L), 0, length - 1);
  }

  /** The first sample that a pixel needs. */
  int first(int pixel) {
    return smooth ? Math.min(sample(pixel), neighbour(pixel)) : sample(pixel);
  }

  /** The last sample that a pixel needs. */
  int last(int pixel) {
    return smooth ? Math.max(sample(pixel), neighbour(pixel)) : sample(pixel);
  }
}
