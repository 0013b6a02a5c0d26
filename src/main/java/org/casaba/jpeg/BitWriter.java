package org.casaba.jpeg;

import java.io.IOException;
import java.io.OutputStream;

/** Writes entropy-coded data (ITU T.81 section F.1.2.3) and marker segments, buffered. */
final class BitWriter {
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 13];
  private int filled;

  /** Bits not yet written, the last of them lowest. */
  long bits;

  int count;

  BitWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes bits.
   *
   * @param value without any bits above those
   * @param size 0 to 32
   */
  void bits(int value, int size) throws IOException {
    bits = bits << size | value;
    count += size;
    if (count >= 32) {
      word((int) (bits >>> (count - 32)));
      count -= 32;
    }
  }

  void word(int word) throws IOException {
    if (filled > buffer.length - 8) {
      flush();
    }
    boolean has0xFF = ((~word - 0x01010101) & word & 0x80808080) != 0;
    if (has0xFF) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        stuffed((byte) (word >> shift));
      }
    } else {
      buffer[filled] = (byte) (word >> 24);
      buffer[filled + 1] = (byte) (word >> 16);
      buffer[filled + 2] = (byte) (word >> 8);
      buffer[filled + 3] = (byte) word;
      filled += 4;
    }
  }

  private void stuffed(byte octet) {
    buffer[filled++] = octet;
    if (octet == (byte) 0xFF) {
      buffer[filled++] = 0;
    }
  }

  /** Fills up the last byte with ones. */
  void align() throws IOException {
    if (filled > buffer.length - 8) {
      flush();
    }
    int padding = -count & 7;
    bits = bits << padding | ((1L << padding) - 1);
    count += padding;
    while (count > 0) {
      count -= 8;
      stuffed((byte) (bits >>> count));
    }
  }

  void marker(int marker) throws IOException {
    octets((byte) 0xFF, (byte) marker);
  }

  /** Writes a marker segment. */
  void segment(int marker, byte[] parameters) throws IOException {
    marker(marker);
    int length = parameters.length + 2;
    octets((byte) (length >> 8), (byte) length);
    octets(parameters);
  }

  private void octets(byte... octets) throws IOException {
    for (byte octet : octets) {
      if (filled == buffer.length) {
        flush();
      }
      buffer[filled++] = octet;
    }
  }

  /** Hands on what is buffered; leaves it to the receiver when to flush. */
  void flush() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }
}
