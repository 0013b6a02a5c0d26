package org.casaba.codec.tiff;

import java.nio.ByteOrder;

/**
 * How a page's samples are laid down as the bytes of its segments.
 *
 * @param bits of a sample: 1, 2, 4, 8 or 16
 * @param samples of a pixel in one segment: 1 if each sample has segments of its own
 * @param order of the bytes of 16-bit samples
 * @param predicted whether rows hold horizontal differences, TIFF 6.0 section 14
 * @param reversed whether the first pixel lies in the low bits: FillOrder 2
 * @param options T4Options or T6Options
 * @param jpeg what JPEG streams do not say themselves
 */
record Coding(
    Compression compression,
    int bits,
    int samples,
    ByteOrder order,
    boolean predicted,
    boolean reversed,
    long options,
    JpegContext jpeg) {

  /** Bytes of a row of that many pixels; rows begin at whole bytes. */
  long rowBytes(int pixels) {
    return ((long) pixels * samples * bits + 7) / 8;
  }
}
