package org.casaba.codec.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/**
 * The numbers in a TIFF file, at absolute positions and in the file's byte order. Reads through a
 * window, since what belongs to a directory mostly lies together. Not thread-safe.
 */
final class TiffBytes {
  private static final int WINDOW = 8192;

  private final Content content;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long start;

  TiffBytes(Content content, ByteOrder order) {
    this.content = content;
    window.order(order);
  }

  long size() {
    return content.size();
  }

  ByteOrder order() {
    return window.order();
  }

  /** Unsigned byte. */
  int u8(long position) throws IOException {
    return window.get(locate(position, 1)) & 0xFF;
  }

  /** Unsigned 16-bit number. */
  int u16(long position) throws IOException {
    return window.getShort(locate(position, 2)) & 0xFFFF;
  }

  /** Unsigned 32-bit number. */
  long u32(long position) throws IOException {
    return window.getInt(locate(position, 4)) & 0xFFFF_FFFFL;
  }

  /** Unsigned 64-bit number; one beyond 2^63 cannot mean anything in a file and is damage. */
  long u64(long position) throws IOException {
    long value = window.getLong(locate(position, 8));
    if (value < 0) {
      throw new DamagedImageException("The TIFF file contains an impossible 64-bit number");
    }
    return value;
  }

  /** Whether that many bytes lie there. */
  boolean holds(long position, long length) {
    return position >= 0 && length >= 0 && length <= size() && position <= size() - length;
  }

  /** A copy of bytes that the file is known to hold. */
  ByteBuffer copy(long position, int length) throws IOException {
    return copy(content, position, length).order(order());
  }

  /** A copy of bytes; damage if the content does not reach so far. */
  static ByteBuffer copy(Content content, long position, int length) throws IOException {
    try {
      return ByteBuffer.wrap(content.read(position, length));
    } catch (EOFException e) {
      throw new DamagedImageException("The TIFF file ends before what its directory points to", e);
    }
  }

  private int locate(long position, int length) throws IOException {
    if (position < start || position - start > window.limit() - length) {
      if (!holds(position, length)) {
        throw new DamagedImageException("The TIFF file ends before what its directory points to");
      }
      fill(position, length);
    }
    return (int) (position - start);
  }

  private void fill(long position, int length) throws IOException {
    window.clear();
    start = position;
    while (window.position() < length) {
      if (content.read(start + window.position(), window) < 0) {
        window.limit(0);
        throw new DamagedImageException("The TIFF file ends too early");
      }
    }
    window.flip();
  }
}
