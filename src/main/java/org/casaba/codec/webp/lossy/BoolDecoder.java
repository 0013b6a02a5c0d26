package org.casaba.codec.webp.lossy;

import java.io.IOException;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;

/** Reads bits that were coded arithmetically, each with its probability (RFC 6386, section 7). */
final class BoolDecoder {
  private final ContentReader reader;
  private long bytesLeft;
  private final byte[] buffer = new byte[4096];
  private int buffered;
  private int next;

  private int value;

  /** Of the interval that the value lies in, less one: 127 to 254 between two calls. */
  private int range = 254;

  /** Bits of the value below the eight that are compared. */
  private int bits = -8;

  private int bytesMadeUp;

  /**
   * Reads from where the reader, which nobody else uses, stands.
   *
   * @param length bytes that may be read
   */
  BoolDecoder(ContentReader reader, long length) {
    this.reader = reader;
    this.bytesLeft = length;
  }

  /**
   * The next bit.
   *
   * @param probability that it is 0, in 256ths
   */
  int bit(int probability) throws IOException {
    if (bits < 0) {
      load();
    }
    int split = (range * probability) >> 8;
    int bit;
    int width;
    if ((value >> bits) > split) {
      width = range - split;
      value -= (split + 1) << bits;
      bit = 1;
    } else {
      width = split + 1;
      bit = 0;
    }
    int shift = Integer.numberOfLeadingZeros(width) - 24;
    range = (width << shift) - 1;
    bits -= shift;
    return bit;
  }

  boolean flag() throws IOException {
    return bit(128) == 1;
  }

  /** A number of so many bits, the highest first. */
  int number(int count) throws IOException {
    int number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 1 | bit(128);
    }
    return number;
  }

  /** A number that is followed by its sign. */
  int signed(int count) throws IOException {
    int number = number(count);
    return flag() ? -number : number;
  }

  /** A flag, and a signed number if that is set, else 0. */
  int optionalSigned(int count) throws IOException {
    return flag() ? signed(count) : 0;
  }

  /**
   * Looks back.
   *
   * @throws DamagedImageException if bytes beyond the end were needed
   */
  void check() throws DamagedImageException {
    if (bytesMadeUp > 0) {
      throw new DamagedImageException("The WebP file's picture is cut off");
    }
  }

  /** Takes in a byte, zero beyond the end. */
  private void load() throws IOException {
    value = value << 8 | nextByte();
    bits += 8;
  }

  private int nextByte() throws IOException {
    if (next == buffered) {
      int length = (int) Math.min(bytesLeft, buffer.length);
      int count = length == 0 ? 0 : reader.read(buffer, 0, length);
      next = 0;
      buffered = Math.max(0, count);
      bytesLeft -= buffered;
      if (buffered == 0) {
        bytesMadeUp++;
        return 0;
      }
    }
    return buffer[next++] & 0xFF;
  }
}
