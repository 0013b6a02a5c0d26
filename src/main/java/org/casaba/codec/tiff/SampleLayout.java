package org.casaba.codec.tiff;

import java.nio.ByteOrder;
import org.casaba.geometry.Dimensions;

/**
 * How samples lie in the decompressed bytes of a segment.
 *
 * @param bits of a sample, 1 to 16
 * @param samples of a pixel in one segment: 1 if each sample has segments of its own
 * @param order of the bytes of 16-bit samples
 * @param predicted whether rows hold horizontal differences, TIFF 6.0 section 14
 * @param unit how many pixels share their chrominance, TIFF 6.0 section 21; one by one where all
 *     samples are stored of each pixel
 */
record SampleLayout(int bits, int samples, ByteOrder order, boolean predicted, Dimensions unit) {
  /** Each pixel has all its samples. */
  static final Dimensions ONE = new Dimensions(1, 1);

  boolean isSubsampled() {
    return !unit.equals(ONE);
  }

  /** Bytes of a row of that many pixels; rows begin at whole bytes. Not for subsampled rows. */
  long rowBytes(int pixels) {
    return ((long) pixels * samples * bits + 7) / 8;
  }

  /** Bytes of a row of units, each of its pixels' luminances followed by the two chrominances. */
  long unitRowBytes(int pixels) {
    return (long) Math.ceilDiv(pixels, unit.width()) * (unit.area() + 2);
  }
}
