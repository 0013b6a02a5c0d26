package org.casaba.codec.gif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes GIF files block by block. */
final class GifFile {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * @param table global colour table of a length 3 << n; empty for none
   */
  GifFile(int screenWidth, int screenHeight, byte[] table) {
    out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    shorts(screenWidth, screenHeight);
    out.write(tableFlags(table));
    shorts(0);
    out.writeBytes(table);
  }

  GifFile transparent(int index) {
    out.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, 1, 10, 0, (byte) index, 0});
    return this;
  }

  GifFile comment(int blocks) {
    out.write(0x21);
    out.write(0xFE);
    for (int i = 0; i < blocks; i++) {
      out.write(200);
      out.writeBytes(new byte[200]);
    }
    out.write(0);
    return this;
  }

  /**
   * @param indices row by row from the top
   * @param table local colour table; empty for none
   */
  GifFile frame(int left, int top, int width, byte[] indices, boolean interlaced, byte... table)
      throws IOException {
    int height = indices.length / width;
    descriptor(left, top, width, height, interlaced, table);
    LzwWriter writer = new LzwWriter(out, 8);
    int[][] passes =
        interlaced ? new int[][] {{0, 8}, {4, 8}, {2, 4}, {1, 2}} : new int[][] {{0, 1}};
    byte[] row = new byte[width];
    for (int[] pass : passes) {
      for (int y = pass[0]; y < height; y += pass[1]) {
        System.arraycopy(indices, y * width, row, 0, width);
        writer.write(row, width);
      }
    }
    writer.finish();
    return this;
  }

  GifFile descriptor(int left, int top, int width, int height, boolean interlaced, byte... table) {
    out.write(0x2C);
    shorts(left, top, width, height);
    out.write(tableFlags(table) | (interlaced ? 0x40 : 0));
    out.writeBytes(table);
    return this;
  }

  GifFile raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] end() {
    out.write(0x3B);
    return out.toByteArray();
  }

  private void shorts(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int number : numbers) {
      bytes.putShort((short) number);
    }
    out.writeBytes(bytes.array());
  }

  private static int tableFlags(byte[] table) {
    return table.length == 0 ? 0 : 0x80 | (30 - Integer.numberOfLeadingZeros(table.length / 3));
  }
}
