package org.casaba.codec.tiff;

import java.io.Closeable;
import java.io.IOException;
import org.casaba.codec.DamagedImageException;

/**
 * The decompressed bytes of a tile or strip, in order. Nothing is decompressed before it is asked
 * for, so that a stream that swells without end costs no more than its segment's known size.
 */
interface SegmentBytes extends Closeable {

  /**
   * Fills a part of an array with the next bytes.
   *
   * @throws DamagedImageException if there are too few or the compressed data is wrong
   */
  void read(byte[] target, int offset, int length) throws IOException;

  /** Passes over the next bytes. */
  default void skip(long count) throws IOException {
    byte[] scratch = new byte[(int) Math.min(count, 8192)];
    for (long left = count; left > 0; left -= scratch.length) {
      read(scratch, 0, (int) Math.min(left, scratch.length));
    }
  }

  /** What to throw when the data ends too early. */
  static DamagedImageException tooShort() {
    return new DamagedImageException("A tile or strip of the TIFF file ends too early");
  }

  @Override
  default void close() {}
}
