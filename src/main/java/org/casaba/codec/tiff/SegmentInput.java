package org.casaba.codec.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.casaba.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a tile or strip as stored, in order: from memory, or from the file in pieces. Where
 * the field FillOrder says so, the bits of each byte come reversed. Not thread-safe.
 */
final class SegmentInput {
  private final @Nullable Content content;
  private final boolean reversed;
  private byte[] buffer;
  private int at;
  private int limit;
  private long position;
  private long left;

  private SegmentInput(@Nullable Content content, boolean reversed, byte[] buffer) {
    this.content = content;
    this.reversed = reversed;
    this.buffer = buffer;
  }

  /** All bytes of an array, which belongs to the input from now on. */
  static SegmentInput of(byte[] stored, boolean reversed) {
    SegmentInput input = new SegmentInput(null, reversed, stored);
    input.limit = stored.length;
    input.reverse();
    return input;
  }

  /**
   * The bytes of a segment, as far as the content has them.
   *
   * @param piece bytes to read at a time
   */
  static SegmentInput of(Content content, Segment segment, int piece, boolean reversed) {
    SegmentInput input = new SegmentInput(content, reversed, new byte[piece]);
    input.position = segment.offset();
    input.left = Math.min(segment.length(), content.size() - segment.offset());
    return input;
  }

  /** The next byte, or -1 at the end. */
  int next() throws IOException {
    return at < limit || fill() ? buffer[at++] & 0xFF : -1;
  }

  /** Makes sure that {@link #available} is more than 0; false at the end. */
  boolean fill() throws IOException {
    if (at < limit) {
      return true;
    }
    if (content == null || left <= 0) {
      return false;
    }
    int n = content.read(position, ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, left)));
    if (n <= 0) {
      return false;
    }
    at = 0;
    limit = n;
    position += n;
    left -= n;
    reverse();
    return true;
  }

  private void reverse() {
    for (int i = at; reversed && i < limit; i++) {
      buffer[i] = (byte) (Integer.reverse(buffer[i]) >>> 24);
    }
  }

  byte[] buffer() {
    return buffer;
  }

  /** Index in {@link #buffer} of the next byte. */
  int at() {
    return at;
  }

  /** How many bytes lie in {@link #buffer} from {@link #at} on. */
  int available() {
    return limit - at;
  }

  /** Passes over bytes, at most {@link #available}. */
  void advance(int count) {
    at += count;
  }

  /** Passes over bytes without reading them from the file; beyond the end is the end. */
  void skip(long count) {
    int held = (int) Math.min(count, available());
    at += held;
    position += count - held;
    left -= count - held;
  }
}
