package org.casaba.codec.png;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/**
 * Goes through the chunks of a PNG file (section 5.3) from one on. After {@link #next} the current
 * chunk's data are to be read and then finished, or skipped.
 */
final class ChunkReader {
  private final ContentReader reader;
  private final CRC32 crc = new CRC32();
  private long chunkStart;
  private int type;

  /** Bytes of the current chunk's data that have not been read. */
  private int left;

  /**
   * @param position where a chunk begins
   */
  ChunkReader(Content content, long position) {
    this.reader = new ContentReader(content, position, ByteOrder.BIG_ENDIAN);
  }

  /** Reads the header of the chunk that begins here. */
  void next() throws IOException {
    chunkStart = reader.position();
    left = reader.i32();
    type = reader.i32();
    if (left < 0) {
      throw new DamagedImageException("The PNG file has a part of impossible length");
    }
    crc.reset();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, type));
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
    int count = reader.read(target, offset, Math.min(length, left));
    if (count < 0) {
      throw new DamagedImageException("The PNG file ends early");
    }
    crc.update(target, offset, count);
    left -= count;
    return count;
  }

  /** Reads all of the current chunk's data and finishes it. */
  byte[] readAll() throws IOException {
    byte[] data = reader.bytes(left);
    crc.update(data);
    left = 0;
    finish();
    return data;
  }

  /** Passes over what is left of the current chunk without reading it. */
  void skip() {
    reader.seek(reader.position() + left + Integer.BYTES);
    left = 0;
  }

  /** Compares the check sum of the current chunk, of which nothing is left. */
  void finish() throws IOException {
    if (reader.i32() != (int) crc.getValue()) {
      throw new DamagedImageException("The PNG file has a wrong check sum");
    }
  }
}
