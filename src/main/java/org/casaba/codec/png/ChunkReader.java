package org.casaba.codec.png;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/**
 * Goes through the chunks of a PNG file (section 5.3) from one on, through a buffer. After {@link
 * #next} the current chunk's data are read or skipped.
 */
final class ChunkReader {
  private static final int BUFFER_LENGTH = 64 << 10;
  private static final int HEADER_LENGTH = 8;
  private static final int CRC_LENGTH = 4;

  private final Content content;
  private final ByteBuffer buffer;
  private final CRC32 crc = new CRC32();

  /** Where in the content the buffer ends. */
  private long bufferEnd;

  private long chunkStart;
  private int type;

  /** Bytes of the current chunk's data that have not been read. */
  private int left;

  /** Whether {@link #crc} has seen the chunk from its type on. */
  private boolean summed;

  /**
   * @param position where a chunk begins
   */
  ChunkReader(Content content, long position) {
    this.content = content;
    this.buffer = ByteBuffer.allocate(Math.clamp(content.size(), 16, BUFFER_LENGTH)).limit(0);
    this.bufferEnd = position;
    this.chunkStart = position;
  }

  /** Reads the header of the chunk that begins here. */
  void next() throws IOException {
    chunkStart = position();
    require(HEADER_LENGTH);
    left = buffer.getInt();
    if (left < 0) {
      throw new DamagedImageException("The PNG file has a chunk of impossible length");
    }
    crc.reset();
    crc.update(buffer.slice(buffer.position(), 4));
    summed = true;
    type = buffer.getInt();
  }

  /** The current chunk's four letters, as a big-endian number. */
  int type() {
    return type;
  }

  /** Where the current chunk begins. */
  long chunkStart() {
    return chunkStart;
  }

  /** How many bytes of the current chunk's data have not been read. */
  int left() {
    return left;
  }

  /** Reads up to {@code length} bytes, at least one, of the current chunk, which has some left. */
  int read(byte[] target, int offset, int length) throws IOException {
    require(1);
    int count = Math.min(Math.min(length, left), buffer.remaining());
    buffer.get(target, offset, count);
    crc.update(target, offset, count);
    left -= count;
    return count;
  }

  /** Reads all that is left of the current chunk's data and checks its sum. */
  byte[] readAll() throws IOException {
    if (left > content.size() - position()) {
      throw endsEarly();
    }
    byte[] data = new byte[left];
    while (left > 0) {
      read(data, data.length - left, left);
    }
    finish();
    return data;
  }

  /** Passes over what is left of the current chunk without reading it. */
  void skip() throws IOException {
    if (left > 0) {
      summed = false;
      long target = position() + left;
      left = 0;
      if (target <= bufferEnd) {
        buffer.position(buffer.limit() - (int) (bufferEnd - target));
      } else {
        buffer.limit(0);
        bufferEnd = target;
      }
    }
    finish();
  }

  /** Passes the current chunk's check sum; compares it if all of the chunk has been read. */
  void finish() throws IOException {
    require(CRC_LENGTH);
    int stored = buffer.getInt();
    if (summed && stored != (int) crc.getValue()) {
      throw new DamagedImageException("The PNG file has a wrong check sum");
    }
  }

  private long position() {
    return bufferEnd - buffer.remaining();
  }

  private void require(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return;
    }
    buffer.compact();
    try {
      while (buffer.position() < bytes) {
        int count = content.read(bufferEnd, buffer);
        if (count < 0) {
          throw endsEarly();
        }
        bufferEnd += count;
      }
    } finally {
      buffer.flip();
    }
  }

  private static DamagedImageException endsEarly() {
    return new DamagedImageException("The PNG file ends early");
  }
}
