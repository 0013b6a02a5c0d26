package org.casaba.codec.webp.lossless;

import java.io.IOException;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;

/** Reads bits, the lowest of each byte first. Beyond the end there are zeros, until one looks. */
final class BitReader {
  private final ContentReader reader;
  private long bytesLeft;
  private final byte[] buffer = new byte[4096];
  private int buffered;
  private int next;

  private long window;

  /** Bits in the window, those made up included. */
  private int available;

  private int madeUp;

  /**
   * Reads from where the reader stands.
   *
   * @param length bytes that may be read
   */
  BitReader(ContentReader reader, long length) {
    this.reader = reader;
    this.bytesLeft = length;
  }

  /**
   * The next bits as a number.
   *
   * @param count 0 to 32
   */
  int read(int count) throws IOException {
    int bits = (int) (peek(count) & ((1L << count) - 1));
    skip(count);
    return bits;
  }

  boolean flag() throws IOException {
    return read(1) == 1;
  }

  /**
   * The next bits, with more of them above.
   *
   * @param count how many are needed, 0 to 32
   */
  long peek(int count) throws IOException {
    if (available < count) {
      fill();
    }
    return window;
  }

  /** Goes on by so many bits, which have been peeked at. */
  void skip(int count) {
    window >>>= count;
    available -= count;
  }

  /**
   * Looks back.
   *
   * @throws DamagedImageException if bits beyond the end have been read
   */
  void check() throws DamagedImageException {
    if (available < madeUp) {
      throw new DamagedImageException("The WebP file's picture is cut off");
    }
  }

  private void fill() throws IOException {
    while (available <= 56) {
      if (next == buffered) {
        refill();
      }
      if (next < buffered) {
        window |= (buffer[next++] & 0xFFL) << available;
      } else {
        madeUp += 8;
      }
      available += 8;
    }
  }

  private void refill() throws IOException {
    int length = (int) Math.min(bytesLeft, buffer.length);
    int count = length == 0 ? 0 : reader.read(buffer, 0, length);
    next = 0;
    buffered = Math.max(0, count);
    bytesLeft -= buffered;
  }
}
