package org.casaba.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The bytes of a JPEG stream from some position on, buffered. Not thread-safe. */
public final class JpegInput {
  private static final int BUFFER_LENGTH = 1 << 16;

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
    System.arraycopy(buffer, next, buffer, 0, end - next);
    start += next;
    end -= next;
    next = 0;
    while (end < count) {
      int read = reads.read(start + end, ByteBuffer.wrap(buffer, end, buffer.length - end));
      if (read <= 0) {
        return false;
      }
      end += read;
    }
    return true;
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
