package org.casaba.codec.webp;

import java.io.IOException;
import java.util.Arrays;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Rectangle;

/** A part of the canvas with the frame on it. */
final class CanvasRows implements PixelRows {
  private final Rectangle bounds;
  private final FrameRows frame;
  private final Rectangle region;
  private final PixelLayout layout;
  private final byte[] frameRow;

  /** The row of the canvas that comes next, and the one to which the frame's next row belongs. */
  private int y;

  private int frameY;

  CanvasRows(WebpFile file, FrameRows frame, Rectangle region) {
    this.bounds = file.bounds();
    this.frame = frame;
    this.region = region;
    this.layout = PixelLayout.of(true, file.alpha());
    this.frameRow = new byte[bounds.width() * layout.bands()];
    this.y = region.y();
    this.frameY = bounds.y();
  }

  @Override
  public int width() {
    return region.width();
  }

  @Override
  public int height() {
    return region.height();
  }

  @Override
  public PixelLayout layout() {
    return layout;
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y == region.bottom()) {
      throw new IllegalStateException("no more rows");
    }
    int left = Math.max(region.x(), bounds.x());
    int right = Math.min(region.right(), bounds.right());
    boolean onFrame = y >= bounds.y() && y < bounds.bottom() && left < right;
    int bands = layout.bands();
    if (!onFrame || right - left < region.width()) {
      Arrays.fill(row, 0, region.width() * bands, (byte) 0);
    }
    if (onFrame) {
      for (; frameY < y; frameY++) {
        frame.skip();
      }
      frame.next(frameRow, bands);
      frameY++;
      int from = (left - bounds.x()) * bands;
      int to = (left - region.x()) * bands;
      System.arraycopy(frameRow, from, row, to, (right - left) * bands);
    }
    y++;
  }

  @Override
  public void close() {}
}
