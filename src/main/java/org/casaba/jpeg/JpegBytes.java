package org.casaba.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of one JPEG stream, which can be read from any position, several times at once. */
@FunctionalInterface
public interface JpegBytes {

  /** A new reader that begins at that position, 0 or more; it may lie beyond the end. */
  JpegInput from(long position);

  /** A stream held in memory; the array is not copied. */
  static JpegBytes of(byte[] stream) {
    return position -> new JpegInput(stream, position);
  }

  /** A stream that is read in pieces as it is needed. */
  static JpegBytes of(PositionedReads reads) {
    return position -> new JpegInput(reads, position);
  }

  /** Where the pieces come from. */
  @FunctionalInterface
  interface PositionedReads {
    /**
     * Reads bytes from {@code position} on into the buffer's remaining space, at least one.
     *
     * @return the number of bytes read, or -1 at or beyond the end
     */
    int read(long position, ByteBuffer target) throws IOException;
  }
}
