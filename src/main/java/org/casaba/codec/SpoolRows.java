package org.casaba.codec;

import java.io.IOException;

/** The rows of a spool, which stays open, from the top. */
final class SpoolRows implements PixelRows {
  private final Spool spool;
  private int y;

  SpoolRows(Spool spool) {
    this.spool = spool;
  }

  @Override
  public int width() {
    return spool.width();
  }

  @Override
  public int height() {
    return spool.height();
  }

  @Override
  public PixelLayout layout() {
    return spool.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y == spool.height()) {
      throw new IllegalStateException("no more rows");
    }
    spool.row(y++, row);
  }

  @Override
  public void close() {}
}
