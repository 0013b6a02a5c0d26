package org.casaba.content;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of one image as its source keeps them: of known length, readable at any position. Safe
 * for use by several threads until closed.
 */
public interface Content extends Closeable {

  /** What tells this state of the bytes from an earlier or later one. */
  ContentVersion version();

  /**
   * What tells this state of the bytes from all others for as long as this is open: more than its
   * version where the source sees more.
   */
  default Object state() {
    return version();
  }

  /**
   * The local file whose bytes these are, if what has its name now is still the same in the same
   * state. Who opens it by that name may come too late.
   */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** Length in bytes. */
  default long size() {
    return version().size();
  }

  /**
   * Reads bytes from {@code position} on into the buffer's remaining space, at least one unless the
   * buffer is full.
   *
   * @return the number of bytes read, or -1 at or beyond the end
   */
  int read(long position, ByteBuffer target) throws IOException;

  /**
   * Reads exactly {@code length} bytes from {@code position} on.
   *
   * @throws EOFException if the content ends before
   */
  default byte[] read(long position, int length) throws IOException {
    if (position < 0 || length < 0 || position > size() - length) {
      throw new EOFException(length + " bytes at " + position + " lie beyond the end at " + size());
    }
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (read(position + buffer.position(), buffer) < 0) {
        throw new EOFException("content ends at " + (position + buffer.position()));
      }
    }
    return buffer.array();
  }
}
