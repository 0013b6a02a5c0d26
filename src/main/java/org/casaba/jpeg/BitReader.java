package org.casaba.jpeg;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of entropy-coded data, up to the next marker (ITU T.81 section F.2.2.5).
 *
 * <p>{@link #bits} holds the next bits, the first of them on top; {@link #count} of them count.
 * Block decoders work on copies of both in local variables. Behind the last bit before a marker or
 * the end of the stream as many zeros follow as are asked for; {@link #check} tells whether they
 * were used.
 */
final class BitReader {
  /** {@link #fill} makes at least so many bits available: two codes with their numbers. */
  static final int FILLED = 56;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  long bits;
  int count;
  private int padding;
  private final JpegInput in;

  BitReader(JpegInput in) {
    this.in = in;
  }

  /** Makes at least {@value #FILLED} bits available. */
  void fill() throws IOException {
    if (in.end - in.next >= Long.BYTES) {
      long octets = (long) LONG.get(in.buffer, in.next);
      if (!has0xFF(octets)) {
        bits |= octets >>> count;
        int taken = (63 - count) >> 3;
        in.next += taken;
        count += taken << 3;
        return;
      }
    }
    fillBytewise();
  }

  /** Whether one of the eight bytes is 0xFF. */
  static boolean has0xFF(long octets) {
    return ((~octets - LOW_BITS) & octets & HIGH_BITS) != 0;
  }

  private void fillBytewise() throws IOException {
    while (count <= FILLED) {
      int octet = 0;
      if (padding > 0 || !in.ensure(1)) {
        padding += 8;
      } else {
        octet = in.buffer[in.next] & 0xFF;
        if (octet != 0xFF) {
          in.next++;
        } else if (in.ensure(2) && in.buffer[in.next + 1] == 0) {
          in.next += 2;
        } else {
          octet = 0;
          padding += 8;
        }
      }
      bits |= (long) octet << (56 - count);
      count += 8;
    }
  }

  /**
   * The next bits, consumed.
   *
   * @param size 1 to 16
   */
  int take(int size) throws IOException {
    if (count < size) {
      fill();
    }
    int taken = (int) (bits >>> -size);
    bits <<= size;
    count -= size;
    return taken;
  }

  /**
   * The entry of the table for the next code; the code, and the entry's number if any, consumed.
   */
  int entry(HuffmanTable table) throws IOException {
    if (count < 32) {
      fill();
    }
    int entry = table.lookup[(int) (bits >>> (64 - HuffmanTable.LOOKAHEAD))];
    if (entry == 0) {
      entry = table.longCode((int) (bits >>> 48));
    }
    int length = entry & HuffmanTable.LENGTH_MASK;
    bits <<= length;
    count -= length;
    return entry;
  }

  /** The number that the next code and the bits behind it stand for, consumed. */
  int difference(HuffmanTable dc) throws IOException {
    int entry = entry(dc);
    int value = entry >> HuffmanTable.VALUE_SHIFT;
    int size = entry >> HuffmanTable.SYMBOL_SHIFT & 0xF;
    return value != 0 || size == 0 ? value : HuffmanTable.extend(take(size), size);
  }

  /** Makes sure that no more bits were taken than there are. */
  void check() throws DamagedJpegException {
    if (count < padding) {
      throw new DamagedJpegException("the compressed data of the JPEG end too early");
    }
  }

  /**
   * Where the next bit is: the position of its byte times 8, and how many bits are before it there.
   * Not to be asked for when {@link #check} fails.
   */
  long bitPosition() {
    int ahead = count - padding;
    return 8 * in.back((ahead + 7) >> 3) + (-ahead & 7);
  }

  /**
   * Goes on at another place of the stream.
   *
   * @param expected about how many bytes will be read from there
   */
  void seek(McuStart place, long expected) throws IOException {
    in.seek(place.position(), expected);
    bits = 0;
    count = 0;
    padding = 0;
    if (place.bit() > 0) {
      take(place.bit());
    }
  }

  /**
   * Goes on behind a restart marker.
   *
   * @param number which of the eight is expected, 0 to 7
   */
  void restart(int number) throws IOException {
    bits = 0;
    count = 0;
    padding = 0;
    if (in.marker() != Marker.RST0 + number) {
      throw new DamagedJpegException("a restart marker of the JPEG is missing");
    }
  }
}
