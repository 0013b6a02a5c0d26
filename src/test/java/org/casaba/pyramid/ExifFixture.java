package org.casaba.pyramid;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A JPEG file with an EXIF block: orientation 6, an exposure time, a date and an ISO speed. */
final class ExifFixture {
  private ExifFixture() {}

  /**
   * Puts the block behind SOI.
   *
   * @param big whether its numbers are big-endian
   */
  static byte[] into(byte[] jpeg, boolean big) {
    ByteBuffer block = ByteBuffer.allocate(200);
    block.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    block.putShort((short) (big ? 0x4D4D : 0x4949)).putShort((short) 42).putInt(8);
    block.putShort((short) 2);
    entry(block, 0x0112, 3, 1).putShort((short) 6).putShort((short) 0);
    entry(block, 0x8769, 4, 1).putInt(50);
    block.putInt(0);
    block.position(50).putShort((short) 3);
    entry(block, 0x829A, 5, 1).putInt(120);
    entry(block, 0x8827, 3, 1).putShort((short) 400).putShort((short) 0);
    entry(block, 0x9003, 2, 20).putInt(140);
    block.putInt(0);
    block.position(120).putInt(1).putInt(250);
    block.position(140).put("2024:05:06 07:08:09\0".getBytes(StandardCharsets.US_ASCII));
    byte[] content = new byte[block.position()];
    block.get(0, content);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    int length = 2 + 6 + content.length;
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    file.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(content);
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  private static ByteBuffer entry(ByteBuffer block, int tag, int type, int count) {
    return block.putShort((short) tag).putShort((short) type).putInt(count);
  }
}
