package org.casaba.codec.tiff;

import java.util.Optional;

/**
 * Decompresses zlib streams (RFC 1950) beside the JDK's own, which is slower at whole ones. It
 * makes the same bytes or nothing: whatever it does not answer, the JDK does. Thread-safe.
 */
public interface DeflateLibrary {

  /** Leaves everything to the JDK. */
  DeflateLibrary NONE =
      new DeflateLibrary() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public Optional<byte[]> inflate(byte[] stored, int length) {
          return Optional.empty();
        }
      };

  /** Whether there is any use in asking it. */
  boolean isThere();

  /**
   * Decompresses all of a stream.
   *
   * @param stored a zlib stream, with anything behind it
   * @param length of what it holds, in bytes
   * @return that many bytes; empty if it holds more or fewer, its checksum is wrong, or it is too
   *     large for this way
   */
  Optional<byte[]> inflate(byte[] stored, int length);
}
