package org.casaba.codec.png;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Writes the chunks of a PNG file (section 5). */
final class ChunkWriter {
  private final OutputStream out;

  ChunkWriter(OutputStream out) {
    this.out = out;
  }

  void write(int type, byte[] data) throws IOException {
    write(type, data, data.length);
  }

  /** A chunk of the first {@code length} bytes. */
  void write(int type, byte[] data, int length) throws IOException {
    byte[] name = ByteBuffer.allocate(4).putInt(type).array();
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    out.write(ByteBuffer.allocate(4).putInt(length).array());
    out.write(name);
    out.write(data, 0, length);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
