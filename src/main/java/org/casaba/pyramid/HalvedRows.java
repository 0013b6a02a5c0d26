package org.casaba.pyramid;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** Rows of half the width and height, rounded up, as the next smaller level of a pyramid has. */
public final class HalvedRows implements PixelRows {
  private final PixelRows rows;
  private final Halving halving;
  private final int stride;
  private final byte[] upper;
  private final byte[] pair;
  private int y;

  /**
   * @param rows closed together with these
   */
  public HalvedRows(PixelRows rows) {
    this.rows = rows;
    this.halving = new Halving(rows.layout(), rows.width());
    this.stride = rows.width() * rows.layout().bands();
    this.upper = new byte[stride];
    this.pair = new byte[2 * stride];
  }

  @Override
  public int width() {
    return Math.ceilDiv(rows.width(), 2);
  }

  @Override
  public int height() {
    return Math.ceilDiv(rows.height(), 2);
  }

  @Override
  public PixelLayout layout() {
    return rows.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    rows.next(upper);
    boolean single = 2 * y + 1 == rows.height();
    if (!single) {
      rows.next(pair);
      System.arraycopy(pair, 0, pair, stride, stride);
    }
    System.arraycopy(upper, 0, pair, 0, stride);
    halving.halve(pair, 0, single ? 0 : stride, row);
    y++;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
