package org.casaba.codec.webp;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/**
 * A part of a RIFF file.
 *
 * @param type its four letters, the first lowest
 * @param start where in the file its data begin
 * @param length bytes of its data, as far as they are there
 */
record RiffChunk(int type, long start, long length) {
  static final int VP8 = 0x20385056;
  static final int VP8L = 0x4C385056;
  static final int VP8X = 0x58385056;
  static final int ALPH = 0x48504C41;
  static final int ANMF = 0x464D4E41;
  static final int ICCP = 0x50434349;
  static final int EXIF = 0x46495845;

  private static final int HEADER_LENGTH = 8;

  /** Files have a handful of parts, and one more for each frame of an animation. */
  private static final int MOST = 10_000;

  /** The chunks from {@code start} on; the last may be cut off by {@code end}. */
  static List<RiffChunk> list(Content content, long start, long end) throws IOException {
    ContentReader reader = new ContentReader(content, start, ByteOrder.LITTLE_ENDIAN);
    List<RiffChunk> chunks = new ArrayList<>();
    for (long at = start; at + HEADER_LENGTH <= end && chunks.size() < MOST; ) {
      reader.seek(at);
      int type = reader.i32();
      long length = Integer.toUnsignedLong(reader.i32());
      at += HEADER_LENGTH;
      chunks.add(new RiffChunk(type, at, Math.min(length, end - at)));
      at += length + (length & 1);
    }
    return chunks;
  }

  static Optional<RiffChunk> first(List<RiffChunk> chunks, int type) {
    return chunks.stream().filter(chunk -> chunk.type == type).findFirst();
  }

  long end() {
    return start + length;
  }

  /** Fails if there are fewer bytes of data. */
  void require(int bytes) throws DamagedImageException {
    if (length < bytes) {
      throw new DamagedImageException("The WebP file is cut off or damaged");
    }
  }
}
