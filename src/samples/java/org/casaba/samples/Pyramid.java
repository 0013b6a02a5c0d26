package org.casaba.samples;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A tiled, pyramidal TIFF whose tiles are JPEG streams without quantisation tables; each level has
 * those once ({@code JPEGTables}). Levels halve until one fits into a tile, and are chained as
 * directories with {@code NewSubfileType} 1.
 */
final class Pyramid implements Closeable {
  static final int TILE = 256;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;

  private record Level(int width, int height, int[] offsets, int[] lengths, byte[][] tables) {
    static Level of(int width, int height) {
      int tiles = across(width) * across(height);
      return new Level(width, height, new int[tiles], new int[tiles], new byte[1][]);
    }
  }

  private record Entry(int tag, int type, int count, byte[] value) {}

  private final FileChannel file;
  private final List<Level> levels = new ArrayList<>();

  /** Begins a file for a picture of that size. */
  Pyramid(Path path, int width, int height) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    int w = width;
    int h = height;
    levels.add(Level.of(w, h));
    while (w > TILE || h > TILE) {
      w = (w + 1) / 2;
      h = (h + 1) / 2;
      levels.add(Level.of(w, h));
    }
    file.write(ByteBuffer.wrap(new byte[8]));
  }

  int levels() {
    return levels.size();
  }

  int width(int level) {
    return levels.get(level).width();
  }

  int height(int level) {
    return levels.get(level).height();
  }

  static int across(int pixels) {
    return (pixels + TILE - 1) / TILE;
  }

  /** Appends one tile; all tiles of a level must have the same quantisation. */
  void append(Tile tile) throws IOException {
    Level into = levels.get(tile.level());
    into.tables()[0] = tile.jpeg().tables();
    int index = tile.row() * across(into.width()) + tile.column();
    into.offsets()[index] = (int) file.position();
    into.lengths()[index] = tile.jpeg().scan().length;
    file.write(ByteBuffer.wrap(tile.jpeg().scan()));
  }

  /** Writes the directories; the file is a TIFF only after this. */
  @Override
  public void close() throws IOException {
    try (file) {
      int pointer = 4;
      for (int level = 0; level < levels.size(); level++) {
        if (file.position() % 2 == 1) {
          file.write(ByteBuffer.wrap(new byte[1]));
        }
        List<Entry> entries = entries(level);
        int values = writeValues(entries);
        int directory = (int) file.position();
        pointer = writeDirectory(entries, values, pointer, directory);
      }
      ByteBuffer start = little(4).put((byte) 'I').put((byte) 'I').putShort((short) 42).flip();
      file.write(start, 0);
    }
  }

  private List<Entry> entries(int number) {
    Level level = levels.get(number);
    byte[] tables = level.tables()[0];
    return List.of(
        longs(254, number == 0 ? 0 : 1),
        longs(256, level.width()),
        longs(257, level.height()),
        shorts(258, 8, 8, 8),
        shorts(259, 7),
        shorts(262, 6),
        shorts(277, 3),
        rational(282, 300),
        rational(283, 300),
        shorts(284, 1),
        shorts(296, 2),
        shorts(322, TILE),
        shorts(323, TILE),
        longs(324, level.offsets()),
        longs(325, level.lengths()),
        new Entry(347, UNDEFINED, tables.length, tables),
        shorts(530, 2, 2));
  }

  /* Values of more than four bytes stand before the directory, in its order. */
  private int writeValues(List<Entry> entries) throws IOException {
    int start = (int) file.position();
    for (Entry entry : entries) {
      if (entry.value().length > 4) {
        file.write(ByteBuffer.wrap(entry.value()));
        if (entry.value().length % 2 == 1) {
          file.write(ByteBuffer.wrap(new byte[1]));
        }
      }
    }
    return start;
  }

  private int writeDirectory(List<Entry> entries, int values, int pointer, int directory)
      throws IOException {
    ByteBuffer buffer = little(2 + 12 * entries.size() + 4);
    buffer.putShort((short) entries.size());
    int value = values;
    for (Entry entry : entries) {
      buffer.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      int length = entry.value().length;
      if (length > 4) {
        buffer.putInt(value);
        value += length + length % 2;
      } else {
        buffer.put(entry.value()).put(new byte[4 - length]);
      }
    }
    buffer.putInt(0).flip();
    file.write(buffer);
    file.write(little(4).putInt(directory).flip(), pointer);
    return directory + 2 + 12 * entries.size();
  }

  private static Entry shorts(int tag, int... numbers) {
    ByteBuffer value = little(2 * numbers.length);
    for (int number : numbers) {
      value.putShort((short) number);
    }
    return new Entry(tag, SHORT, numbers.length, value.array());
  }

  private static Entry longs(int tag, int... numbers) {
    ByteBuffer value = little(4 * numbers.length);
    for (int number : numbers) {
      value.putInt(number);
    }
    return new Entry(tag, LONG, numbers.length, value.array());
  }

  private static Entry rational(int tag, int number) {
    return new Entry(tag, RATIONAL, 1, little(8).putInt(number).putInt(1).array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A tile and its place, counted in tiles. */
  record Tile(int level, int column, int row, JpegTile jpeg) {}

  /**
   * A JPEG stream taken apart: its quantisation tables as a stream of their own, and the rest,
   * Huffman tables included, for they were fitted to the tile.
   */
  record JpegTile(byte[] tables, byte[] scan) {
    private static final int SOI = 0xD8;
    private static final int DQT = 0xDB;
    private static final int SOS = 0xDA;

    static JpegTile of(byte[] jpeg) {
      var tables = new ByteArrayOutputStream();
      var scan = new ByteArrayOutputStream();
      tables.write(0xFF);
      tables.write(SOI);
      scan.write(0xFF);
      scan.write(SOI);
      int at = 2;
      int marker = 0;
      while (marker != SOS) {
        marker = jpeg[at + 1] & 0xFF;
        int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        if (marker == DQT) {
          tables.write(jpeg, at, length);
        } else if (marker < 0xE0) {
          scan.write(jpeg, at, length);
        }
        at += length;
      }
      scan.write(jpeg, at, jpeg.length - at);
      tables.write(0xFF);
      tables.write(0xD9);
      return new JpegTile(tables.toByteArray(), scan.toByteArray());
    }
  }
}
