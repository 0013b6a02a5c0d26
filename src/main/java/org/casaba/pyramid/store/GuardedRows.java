package org.casaba.pyramid.store;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** Rows that others take the place of when they cannot be read on. */
final class GuardedRows implements PixelRows {
  private final Substitute substitute;
  private PixelRows rows;
  private boolean replaced;
  private int y;

  GuardedRows(PixelRows rows, Substitute substitute) {
    this.rows = rows;
    this.substitute = substitute;
  }

  /** What gives the same rows in another way. */
  @FunctionalInterface
  interface Substitute {
    PixelRows rows(Exception reason) throws IOException;
  }

  @Override
  public int width() {
    return rows.width();
  }

  @Override
  public int height() {
    return rows.height();
  }

  @Override
  public PixelLayout layout() {
    return rows.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (replaced || y == rows.height()) {
      rows.next(row);
      return;
    }
    try {
      rows.next(row);
    } catch (IOException | RuntimeException e) {
      replace(e);
      for (int i = 0; i <= y; i++) {
        rows.next(row);
      }
    }
    y++;
  }

  private void replace(Exception reason) throws IOException {
    PixelRows next = substitute.rows(reason);
    boolean alike =
        next.layout() == rows.layout()
            && next.width() == rows.width()
            && next.height() == rows.height();
    try (PixelRows _ = alike ? rows : next) {
      if (!alike) {
        throw new IOException("the pyramid differs from its image", reason);
      }
    }
    rows = next;
    replaced = true;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
