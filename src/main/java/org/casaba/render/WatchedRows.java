package org.casaba.render;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** A picture that may not be wanted any more while it is being pulled. */
record WatchedRows(PixelRows rows, CutDrawing.Watch watch) implements PixelRows {

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
    watch.look();
    rows.next(row);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
