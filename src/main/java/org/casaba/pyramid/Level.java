package org.casaba.pyramid;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.casaba.codec.PixelLayout;
import org.casaba.geometry.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * One size of a picture on its way into the file. Rows come in from the top; they go through the
 * coders of all columns of tiles, some rows at a time, while the next ones are gathered, and by
 * halves into the next smaller level.
 */
final class Level implements Closeable {
  /** Divides every tile's height, and is even, so that halving never waits for a row. */
  private static final int BAND = 16;

  private final Dimensions size;
  private final int tile;
  private final int stride;
  private final Workers workers;
  private final PyramidFile file;
  private final LevelCoding coding;
  private final TileRun tiles;
  private final Halving halving;
  private final byte[] half;
  private final @Nullable Level next;
  private final List<Column> columns = new ArrayList<>();
  private byte[] gathered;
  private byte[] underway;
  private int y;

  /**
   * @param next the level of half the size; null for the smallest
   */
  Level(
      Dimensions size,
      PixelLayout layout,
      LevelCoding coding,
      Destination destination,
      @Nullable Level next) {
    this.size = size;
    this.tile = destination.tile();
    this.coding = coding;
    this.next = next;
    this.file = destination.file();
    this.workers = new Workers(destination.executor(), destination.threads());
    this.stride = size.width() * layout.bands();
    this.gathered = new byte[Math.multiplyExact(BAND, stride)];
    this.underway = new byte[gathered.length];
    this.halving = new Halving(layout, size.width());
    this.half = new byte[(size.width() + 1) / 2 * layout.bands()];
    for (int x = 0; x < size.width(); x += tile) {
      TileCoder coder = coding.column(x, new Dimensions(tile, tile));
      columns.add(new Column(coder, layout.bands(), x, Math.min(tile, size.width() - x), tile));
    }
    this.tiles = new TileRun(columns.size() * Math.ceilDiv(size.height(), tile));
  }

  /** Where tiles go, and who makes them. */
  record Destination(PyramidFile file, int tile, ExecutorService executor, int threads) {}

  Dimensions size() {
    return size;
  }

  LevelCoding coding() {
    return coding;
  }

  /** Where the tiles that have been written are. */
  TileRun tiles() {
    return tiles;
  }

  /** Adds the next row, which is copied. */
  void row(byte[] pixels) throws IOException {
    System.arraycopy(pixels, 0, gathered, y % BAND * stride, stride);
    y++;
    if (y % BAND == 0 || y == size.height()) {
      passOn((y - 1) % BAND + 1);
    }
  }

  private void passOn(int rows) throws IOException {
    workers.await();
    byte[] band = gathered;
    gathered = underway;
    underway = band;
    int top = y - rows;
    workers.each(
        columns,
        column -> {
          if (top % tile == 0) {
            column.start(top);
          }
          column.rows(band, stride, rows);
        });
    if (next != null) {
      for (int i = 0; i < rows; i += 2) {
        halving.halve(band, i * stride, Math.min(i + 1, rows - 1) * stride, half);
        next.row(half);
      }
    }
    if (y % tile == 0 || y == size.height()) {
      writeTiles();
    }
  }

  private void writeTiles() throws IOException {
    workers.await();
    int missing = Math.floorMod(-y, tile);
    workers.each(columns, column -> column.end(missing));
    workers.await();
    for (Column column : columns) {
      tiles.add(file.append(column.take()), column.length());
    }
  }

  @Override
  public void close() {
    workers.settle();
    columns.forEach(Column::close);
    if (next != null) {
      next.close();
    }
  }
}
