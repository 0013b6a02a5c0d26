package org.casaba.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.casaba.content.Content;

/**
 * Reads a content forward from a position on, through a buffer. Whatever asks for bytes beyond the
 * end, but {@link #read}, throws {@link DamagedImageException}. Not thread-safe.
 */
public final class ContentReader {
  private static final int BUFFER_LENGTH = 32 << 10;
  private static final int LONGEST_NUMBER = 8;

  private final Content content;
  private final ByteBuffer buffer;

  /** Where in the content the buffer ends. */
  private long bufferEnd;

  /**
   * @param order of the bytes of numbers
   */
  public ContentReader(Content content, long position, ByteOrder order) {
    int length = Math.clamp(content.size(), LONGEST_NUMBER, BUFFER_LENGTH);
    this.content = content;
    this.buffer = ByteBuffer.allocate(length).order(order).limit(0);
    this.bufferEnd = position;
  }

  /** Where the next byte is read. */
  public long position() {
    return bufferEnd - buffer.remaining();
  }

  /** Goes on at another position, beyond the end too. */
  public void seek(long position) {
    long bufferStart = bufferEnd - buffer.limit();
    if (position >= bufferStart && position <= bufferEnd) {
      buffer.position((int) (position - bufferStart));
    } else {
      buffer.limit(0);
      bufferEnd = position;
    }
  }

  /** The next byte, 0 to 255. */
  public int u8() throws IOException {
    require(1);
    return buffer.get() & 0xFF;
  }

  /** The next two bytes, 0 to 65535. */
  public int u16() throws IOException {
    require(Short.BYTES);
    return Short.toUnsignedInt(buffer.getShort());
  }

  /** The next four bytes, negative from 2^31 on. */
  public int i32() throws IOException {
    require(Integer.BYTES);
    return buffer.getInt();
  }

  /**
   * Reads what is at hand.
   *
   * @param length 1 or more
   * @return the number of bytes read, 1 or more, or -1 at the end
   */
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, offset, count);
    return count;
  }

  /** Reads so many bytes, which are allocated only if the content is long enough. */
  public byte[] bytes(int length) throws IOException {
    if (length > content.size() - position()) {
      throw endsEarly();
    }
    byte[] bytes = new byte[length];
    for (int filled = 0; filled < length; ) {
      int count = read(bytes, filled, length - filled);
      if (count < 0) {
        throw endsEarly();
      }
      filled += count;
    }
    return bytes;
  }

  private void require(int count) throws IOException {
    while (buffer.remaining() < count) {
      if (!fill()) {
        throw endsEarly();
      }
    }
  }

  /** Reads more behind what is left in the buffer; false at the end. */
  private boolean fill() throws IOException {
    buffer.compact();
    try {
      int count = content.read(bufferEnd, buffer);
      bufferEnd += Math.max(0, count);
      return count >= 0;
    } finally {
      buffer.flip();
    }
  }

  private static DamagedImageException endsEarly() {
    return new DamagedImageException("The file ends early");
  }
}
