package org.casaba.codec.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files of every kind from plain samples; the filter of each row is drawn by lot. */
final class PngWriter {
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PngWriter() {
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
  }

  PngWriter chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return this;
  }

  PngWriter header(int width, int height, int depth, int color, boolean interlaced) {
    ByteBuffer data = ByteBuffer.allocate(13).putInt(width).putInt(height);
    data.put((byte) depth).put((byte) color).put((byte) 0).put((byte) 0);
    return chunk("IHDR", data.put((byte) (interlaced ? 1 : 0)).array());
  }

  /** The picture in IDAT chunks of at most 100 bytes, some of them empty. */
  PngWriter picture(Samples samples, boolean interlaced) {
    ByteArrayOutputStream filtered = new ByteArrayOutputStream();
    int[][] passes = interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}};
    Random random = new Random(7);
    for (int[] pass : passes) {
      byte[] above = null;
      for (int y = pass[1]; y < samples.height; y += pass[3]) {
        byte[] row = samples.packed(y, pass[0], pass[2]);
        if (row.length > 0) {
          above = above == null ? new byte[row.length] : above;
          int filter = random.nextInt(5);
          filtered.write(filter);
          filtered.writeBytes(filter(filter, row, above, samples.filterDistance()));
          above = row;
        }
      }
    }
    byte[] data = deflate(filtered.toByteArray());
    chunk("IDAT", new byte[0]);
    for (int from = 0; from < data.length; from += 100) {
      chunk("IDAT", Arrays.copyOfRange(data, from, Math.min(from + 100, data.length)));
    }
    return this;
  }

  byte[] end() {
    chunk("IEND", new byte[0]);
    return out.toByteArray();
  }

  static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    byte[] buffer = new byte[10_000];
    while (!deflater.finished()) {
      deflated.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return deflated.toByteArray();
  }

  private static byte[] filter(int type, byte[] row, byte[] above, int distance) {
    byte[] filtered = new byte[row.length];
    for (int i = 0; i < row.length; i++) {
      int left = i < distance ? 0 : row[i - distance] & 0xFF;
      int up = above[i] & 0xFF;
      int upLeft = i < distance ? 0 : above[i - distance] & 0xFF;
      int predicted =
          switch (type) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            default -> paeth(left, up, upLeft);
          };
      filtered[i] = (byte) (row[i] - predicted);
    }
    return filtered;
  }

  private static int paeth(int a, int b, int c) {
    int p = a + b - c;
    int pa = Math.abs(p - a);
    int pb = Math.abs(p - b);
    int pc = Math.abs(p - c);
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
  }

  /** Samples as numbers, {@code perPixel} of them for each pixel. */
  record Samples(int width, int height, int depth, int perPixel, int[] values) {

    static Samples random(int width, int height, int depth, int perPixel) {
      Random random = new Random(width * 31L + depth * 7L + perPixel);
      int[] values = random.ints((long) width * height * perPixel, 0, 1 << depth).toArray();
      return new Samples(width, height, depth, perPixel, values);
    }

    int at(int x, int y, int sample) {
      return values[(y * width + x) * perPixel + sample];
    }

    int filterDistance() {
      return Math.max(1, depth * perPixel / 8);
    }

    byte[] packed(int y, int firstColumn, int everyColumns) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      int bits = 0;
      int pending = 0;
      for (int x = firstColumn; x < width; x += everyColumns) {
        for (int s = 0; s < perPixel; s++) {
          for (int bit = depth - 1; bit >= 0; bit--) {
            pending = pending << 1 | (at(x, y, s) >> bit & 1);
            if (++bits % 8 == 0) {
              packed.write(pending);
            }
          }
        }
      }
      if (bits % 8 != 0) {
        packed.write(pending << 8 - bits % 8);
      }
      return packed.toByteArray();
    }
  }
}
