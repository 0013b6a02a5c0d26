package org.casaba.codec.bmp;

import java.io.IOException;
import org.casaba.content.Content;
import org.casaba.geometry.Rectangle;

/** Rows that are not compressed, read one by one where they lie. */
final class RowsInPlace implements StoredRows {
  private final Content content;
  private final BmpHeader header;
  private final int firstColumn;
  private final long offset;
  private final int length;
  private int y;

  RowsInPlace(Content content, BmpHeader header, Rectangle region) {
    this.content = content;
    this.header = header;
    this.firstColumn = region.x() & ~7; // begins with a byte at every depth
    this.offset = header.bytes(firstColumn);
    this.length = (int) (header.bytes(region.right()) - offset);
    this.y = region.y();
  }

  @Override
  public int firstColumn() {
    return firstColumn;
  }

  @Override
  public byte[] next() throws IOException {
    return content.read(header.rowStart(y++) + offset, length);
  }

  @Override
  public void close() {}
}
