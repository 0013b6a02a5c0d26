package org.casaba.codec.bmp;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.casaba.codec.ContentReader;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.Spool;
import org.casaba.content.Content;
import org.casaba.geometry.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Run-length coded rows, one byte an index. They are stored from the bottom up, so that those of
 * the part are put in a spool when the first is asked for. What the runs pass over has index 0.
 */
final class RunLengthRows implements StoredRows {
  private static final int END_OF_LINE = 0;
  private static final int END_OF_BITMAP = 1;
  private static final int DELTA = 2;

  private final ContentReader reader;
  private final BmpHeader header;
  private final Rectangle region;
  private final byte[] row;

  /** Where the next index goes; rows are counted as they are stored. */
  private int x;

  private int line;

  private @Nullable Spool spool;
  private int nextY;

  RunLengthRows(Content content, BmpHeader header, Rectangle region) {
    this.reader = new ContentReader(content, header.pixelStart(), ByteOrder.LITTLE_ENDIAN);
    this.header = header;
    this.region = region;
    this.row = new byte[header.width()];
  }

  @Override
  public int firstColumn() {
    return 0;
  }

  @Override
  public byte[] next() throws IOException {
    Spool rows = spool;
    if (rows == null) {
      rows = new Spool(header.width(), region.height(), PixelLayout.GRAY);
      spool = rows;
      while (line < header.height() && decode(rows)) {
        // until the bitmap ends or all lines are there
      }
      if (line < header.height()) {
        finishLine(rows);
      }
    }
    rows.row(nextY++, row);
    return row;
  }

  /** Reads one run or escape; false at the end of the bitmap. */
  private boolean decode(Spool rows) throws IOException {
    int count = reader.u8();
    int value = reader.u8();
    if (count > 0) {
      for (int i = 0; i < count; i++) {
        put(header.depth() == 8 ? value : i % 2 == 0 ? value >> 4 : value & 0xF);
      }
      return true;
    }
    switch (value) {
      case END_OF_LINE -> finishLine(rows);
      case END_OF_BITMAP -> {
        return false;
      }
      case DELTA -> {
        int column = x + reader.u8();
        int lines = reader.u8();
        for (int i = 0; i < lines && line < header.height(); i++) {
          finishLine(rows);
        }
        x = column;
      }
      default -> readAsTheyAre(value);
    }
    return true;
  }

  /** Reads indices that are no run, padded to an even number of bytes. */
  private void readAsTheyAre(int count) throws IOException {
    int length = header.depth() == 8 ? count : (count + 1) / 2;
    byte[] indices = reader.bytes(length + (length & 1));
    for (int i = 0; i < count; i++) {
      int shift = 4 - 4 * (i % 2);
      put(header.depth() == 8 ? indices[i] : indices[i / 2] >> shift & 0xF);
    }
  }

  /** Sets the next index of the line, unless that is full. */
  private void put(int index) {
    if (x < row.length) {
      row[x++] = (byte) index;
    }
  }

  private void finishLine(Spool rows) throws IOException {
    int y = header.topDown() ? line : header.height() - 1 - line;
    if (y >= region.y() && y < region.bottom()) {
      rows.put(y - region.y(), row);
    }
    Arrays.fill(row, (byte) 0);
    x = 0;
    line++;
  }

  @Override
  public void close() throws IOException {
    if (spool != null) {
      spool.close();
    }
  }
}
