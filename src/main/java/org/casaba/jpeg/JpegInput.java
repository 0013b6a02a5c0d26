package org.casaba.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The bytes of a JPEG stream from some position on, buffered. Not thread-safe. */
public final class JpegInput {
  private static final int BUFFER_LENGTH = 1 << 16;

  /** Bytes that stay in the buffer before the next one, for {@link #back}. */
  private static final int HISTORY = 32;

  /** Fewest bytes to ask for at once. */
  private static final int SMALLEST_PIECE = 1 << 10;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /**
   * What lies before {@link #next} has been read; the bit reader takes bytes from here directly.
   */
  final byte[] buffer;

  /** Index of the next byte. */
  int next;

  /** End of the bytes in the buffer. */
  int end;

  private final JpegBytes.@Nullable PositionedReads reads;

  /** Position in the stream of the buffer's first byte. */
  private long start;

  /** Most bytes to ask for at once; grows again from where a seek has made it small. */
  private int piece = BUFFER_LENGTH;

  JpegInput(byte[] stream, long position) {
    buffer = stream;
    end = stream.length;
    next = (int) Math.min(position, end);
    reads = null;
  }

  JpegInput(JpegBytes.PositionedReads reads, long position) {
    buffer = new byte[BUFFER_LENGTH];
    start = position;
    this.reads = reads;
  }

  /** Position in the stream of the next byte. */
  long position() {
    return start + next;
  }

  /**
   * Makes at least so many bytes available in the buffer, if the stream has them.
   *
   * @param count small against the buffer's length
   */
  boolean ensure(int count) throws IOException {
    return end - next >= count || fill(count);
  }

  private boolean fill(int count) throws IOException {
    if (reads == null) {
      return false;
    }
    int dropped = Math.max(0, next - HISTORY);
    System.arraycopy(buffer, dropped, buffer, 0, end - dropped);
    start += dropped;
    end -= dropped;
    next -= dropped;
    while (end - next < count) {
      int length = Math.min(piece, buffer.length - end);
      int read = reads.read(start + end, ByteBuffer.wrap(buffer, end, length));
      if (read <= 0) {
        return false;
      }
      end += read;
      piece = Math.min(2 * piece, buffer.length);
    }
    return true;
  }

  /**
   * Goes on at another position.
   *
   * @param expected about how many bytes will be read from there; others are read too if need be
   */
  void seek(long position, long expected) {
    long offset = position - start;
    if (reads == null || (offset >= 0 && offset <= end)) {
      next = (int) Math.min(offset, end);
      return;
    }
    start = position;
    next = 0;
    end = 0;
    piece = Math.clamp(expected, SMALLEST_PIECE, BUFFER_LENGTH);
  }

  /**
   * Position in the stream of the entropy-coded byte that was read so many entropy-coded bytes ago;
   * a stuffed zero is no byte of its own.
   *
   * @param octets 0 to 8, all of them read since the last seek
   */
  long back(int octets) {
    int at = next;
    for (int i = 0; i < octets; i++) {
      boolean stuffed = at >= 2 && buffer[at - 1] == 0 && buffer[at - 2] == (byte) 0xFF;
      at -= stuffed ? 2 : 1;
    }
    return start + at;
  }

  /** Writes everything from here to another position, and stands there. */
  void copy(long to, OutputStream out) throws IOException {
    while (position() < to) {
      if (!ensure(1)) {
        throw new DamagedJpegException("the JPEG stream ends too early");
      }
      int length = (int) Math.min(end - next, to - position());
      out.write(buffer, next, length);
      next += length;
    }
  }

  /** The next byte, 0 to 255. */
  int octet() throws IOException {
    if (next == end && !ensure(1)) {
      throw new DamagedJpegException("the JPEG stream ends too early");
    }
    return buffer[next++] & 0xFF;
  }

  /** The next two bytes, 0 to 65535. */
  int word() throws IOException {
    int high = octet();
    return high << 8 | octet();
  }

  /** The parameters of a marker segment, without the length before them. */
  byte[] segment() throws IOException {
    byte[] segment = new byte[segmentLength()];
    int filled = 0;
    while (filled < segment.length) {
      if (!ensure(1)) {
        throw new DamagedJpegException("the JPEG stream ends within a marker segment");
      }
      int piece = Math.min(end - next, segment.length - filled);
      System.arraycopy(buffer, next, segment, filled, piece);
      next += piece;
      filled += piece;
    }
    return segment;
  }

  /** Passes over a marker segment without reading it. */
  void skipSegment() throws IOException {
    int length = segmentLength();
    int buffered = Math.min(length, end - next);
    next += buffered;
    if (reads != null && buffered < length) {
      start += next + (length - buffered);
      next = 0;
      end = 0;
    }
  }

  private int segmentLength() throws IOException {
    int length = word();
    if (length < 2) {
      throw new DamagedJpegException("a JPEG marker segment has an impossible length");
    }
    return length - 2;
  }

  /**
   * Reads on to behind the next marker, over fill bytes, stuffed bytes and whatever else is no
   * marker.
   *
   * @return the marker, or {@link Marker#NONE} when the stream ends before
   */
  int marker() throws IOException {
    while (ensure(2)) {
      while (end - next >= Long.BYTES && !BitReader.has0xFF((long) LONG.get(buffer, next))) {
        next += Long.BYTES;
      }
      if (end - next < 2) {
        continue;
      }
      if (buffer[next] != (byte) 0xFF) {
        next++;
        continue;
      }
      int code = buffer[next + 1] & 0xFF;
      if (code == 0xFF) {
        next++;
      } else {
        next += 2;
        if (code != 0) {
          return code;
        }
      }
    }
    return Marker.NONE;
  }

  /** Like {@link #marker}, and over restart markers too: what follows the entropy-coded data. */
  int markerBehindScan() throws IOException {
    int marker;
    do {
      marker = marker();
    } while (Marker.isRestart(marker));
    return marker;
  }

  /** Whether the stream begins with these bytes here; reads on behind them if so. */
  boolean begins(int... octets) throws IOException {
    if (!ensure(octets.length)) {
      return false;
    }
    for (int i = 0; i < octets.length; i++) {
      if ((buffer[next + i] & 0xFF) != octets[i]) {
        return false;
      }
    }
    next += octets.length;
    return true;
  }

  /** A reader of a marker segment's parameters. */
  static JpegInput ofSegment(byte[] segment) {
    return new JpegInput(segment, 0);
  }

  /** Bytes left in a stream held in memory. */
  int left() {
    return end - next;
  }
}
