package org.casaba.deployment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;

/**
 * A scroll of {@value #WIDTH} x {@value #HEIGHT} pixels as a pyramidal TIFF of some kilobytes:
 * every tile of a level is the same few bytes, gray stripes.
 */
final class Scroll {
  static final int WIDTH = 79508;
  static final int HEIGHT = 3082;

  private static final int TILE = 512;
  private static final int LEVELS = 6;
  private static final int ENTRIES = 11;

  private Scroll() {}

  /** Writes it into a folder, as {@code scroll.tif}. */
  static Path write(Path folder) throws IOException {
    byte[] tile = tile();
    ByteBuffer file = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I')
        .put((byte) 'I')
        .putShort((short) 42)
        .putInt(8 + tile.length + (tile.length & 1));
    file.put(tile);
    if ((tile.length & 1) == 1) {
      file.put((byte) 0);
    }
    for (int level = 0; level < LEVELS; level++) {
      directory(file, level, tile.length);
    }
    byte[] bytes = new byte[file.position()];
    file.flip().get(bytes);
    return Files.write(folder.resolve("scroll.tif"), bytes);
  }

  /** The pixel there, in full size. */
  static int gray(int x, int y) {
    return (y % TILE * TILE + x % TILE) / 8 & 0xFF;
  }

  private static void directory(ByteBuffer file, int level, int tileLength) {
    int width = Math.ceilDiv(WIDTH, 1 << level);
    int height = Math.ceilDiv(HEIGHT, 1 << level);
    int tiles = Math.ceilDiv(width, TILE) * Math.ceilDiv(height, TILE);
    int start = file.position();
    int offsets = start + 2 + ENTRIES * 12 + 4;
    int end = offsets + 8 * tiles;
    file.putShort((short) ENTRIES);
    entry(file, 254, 4, 1, level == 0 ? 0 : 1);
    entry(file, 256, 4, 1, width);
    entry(file, 257, 4, 1, height);
    entry(file, 258, 3, 1, 8);
    entry(file, 259, 3, 1, 8);
    entry(file, 262, 3, 1, 1);
    entry(file, 277, 3, 1, 1);
    entry(file, 322, 4, 1, TILE);
    entry(file, 323, 4, 1, TILE);
    entry(file, 324, 4, tiles, tiles == 1 ? 8 : offsets);
    entry(file, 325, 4, tiles, tiles == 1 ? tileLength : offsets + 4 * tiles);
    file.putInt(level == LEVELS - 1 ? 0 : end);
    for (int i = 0; i < tiles; i++) {
      file.putInt(8);
    }
    for (int i = 0; i < tiles; i++) {
      file.putInt(tileLength);
    }
  }

  private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
    file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static byte[] tile() throws IOException {
    byte[] pixels = new byte[TILE * TILE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) gray(i % TILE, i / TILE);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(pixels);
    }
    return bytes.toByteArray();
  }
}
