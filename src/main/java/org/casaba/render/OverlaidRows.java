package org.casaba.render;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/**
 * A picture with another laid over it, by the operator "over" of Porter and Duff (Compositing
 * Digital Images, 1984).
 */
final class OverlaidRows implements PixelRows {

  /** Gives rows of the overlay as RGBA. */
  interface OverlayRow {
    /**
     * Writes a row.
     *
     * @param y each row of what is not repeated is asked for at most once, in order
     */
    void read(int y, byte[] rgba) throws IOException;
  }

  private final PixelRows source;
  private final Spot spot;
  private final OverlayRow overlay;
  private final byte[] above;
  private int y;

  /**
   * @param source gray only if the overlay is
   */
  OverlaidRows(PixelRows source, Spot spot, OverlayRow overlay) {
    this.source = source;
    this.spot = spot;
    this.overlay = overlay;
    this.above = new byte[Math.multiplyExact(4, spot.size().width())];
  }

  @Override
  public int width() {
    return source.width();
  }

  @Override
  public int height() {
    return source.height();
  }

  @Override
  public PixelLayout layout() {
    return source.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    source.next(row);
    int line = y++ - spot.top();
    if (spot.repeated() && line >= 0) {
      line = (int) (line % period(spot.size().height()));
    }
    if (line < 0 || line >= spot.size().height()) {
      return;
    }
    overlay.read(line, above);
    long step = spot.repeated() ? period(spot.size().width()) : width();
    for (long left = spot.left(); left < width(); left += step) {
      lay(row, (int) left);
      if (!spot.repeated()) {
        return;
      }
    }
  }

  private long period(int length) {
    return (long) length + spot.gap();
  }

  private void lay(byte[] row, int left) {
    int from = Math.max(0, -left);
    int to = Math.min(spot.size().width(), width() - left);
    int bands = layout().bands();
    for (int i = from, at = (left + from) * bands; i < to; i++, at += bands) {
      int opacity = above[4 * i + 3] & 0xff;
      if (opacity == 0) {
        continue;
      }
      if (layout().alpha()) {
        layOnTransparent(row, at, i, opacity);
      } else {
        for (int band = 0; band < bands; band++) {
          int below = row[at + band] & 0xff;
          int color = above[4 * i + band] & 0xff;
          row[at + band] = (byte) ((color * opacity + below * (255 - opacity) + 127) / 255);
        }
      }
    }
  }

  private void layOnTransparent(byte[] row, int at, int i, int opacity) {
    int colors = layout().bands() - 1;
    // Both opacities, and their sum, in units of 1/255².
    int own = opacity * 255;
    int through = (row[at + colors] & 0xff) * (255 - opacity);
    int sum = own + through;
    for (int band = 0; band < colors; band++) {
      int below = row[at + band] & 0xff;
      int color = above[4 * i + band] & 0xff;
      row[at + band] = (byte) ((color * own + below * through + sum / 2) / sum);
    }
    row[at + colors] = (byte) ((sum + 127) / 255);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
