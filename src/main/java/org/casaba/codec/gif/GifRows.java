package org.casaba.codec.gif;

import java.io.IOException;
import java.util.Arrays;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Rectangle;

/** A part of the logical screen with the frame on it. */
final class GifRows implements PixelRows {
  private final GifFrame frame;
  private final FrameRows frameRows;
  private final Rectangle region;
  private final byte[] indices;

  /** Columns of the screen that lie in the region and on the frame: none if they end too early. */
  private final int left;

  private final int right;

  /** The row of the screen that comes next. */
  private int y;

  /** The row of the screen that the frame's next row belongs to. */
  private int frameY;

  GifRows(GifFrame frame, FrameRows frameRows, Rectangle region) {
    this.frame = frame;
    this.frameRows = frameRows;
    this.region = region;
    this.indices = new byte[frame.bounds().width()];
    this.left = Math.max(region.x(), frame.bounds().x());
    this.right = Math.min(region.right(), frame.bounds().right());
    this.y = region.y();
    this.frameY = frame.bounds().y();
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
    return frame.colors().layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y == region.bottom()) {
      throw new IllegalStateException("no more rows");
    }
    Rectangle bounds = frame.bounds();
    boolean onFrame = y >= bounds.y() && y < bounds.bottom() && left < right;
    if (right - left < region.width() || !onFrame) {
      Arrays.fill(row, 0, region.width() * layout().bands(), (byte) 0);
    }
    if (onFrame) {
      for (; frameY <= y; frameY++) {
        frameRows.next(indices);
      }
      int at = (left - region.x()) * layout().bands();
      for (int x = left; x < right; x++, at += layout().bands()) {
        frame.colors().put(indices[x - bounds.x()] & 0xFF, row, at);
      }
    }
    y++;
  }

  @Override
  public void close() throws IOException {
    frameRows.close();
  }
}
