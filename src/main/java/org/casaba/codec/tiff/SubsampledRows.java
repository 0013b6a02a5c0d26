package org.casaba.codec.tiff;

import java.io.IOException;
import org.casaba.geometry.Rectangle;

/**
 * YCbCr samples out of decompressed bytes where several pixels share their chrominance: TIFF 6.0
 * section 21. Shared values are repeated, as libtiff does.
 */
final class SubsampledRows implements SampleRows {
  private final SegmentBytes bytes;
  private final SampleLayout layout;
  private final Rectangle part;
  private final byte[] units;

  /** Row in the segment, and row of units that {@link #units} holds. */
  private int y;

  private int held = -1;

  /**
   * Starts before the first row of a part.
   *
   * @param width of the segment in pixels
   * @param part of the segment to deliver
   */
  SubsampledRows(SegmentBytes bytes, SampleLayout layout, int width, Rectangle part)
      throws IOException {
    this.bytes = bytes;
    this.layout = layout;
    this.part = part;
    units = new byte[(int) layout.unitRowBytes(width)];
    y = part.y();
    int above = y / layout.unit().height();
    bytes.skip((long) above * units.length);
    held = above - 1;
  }

  @Override
  public void next(byte[] target, int offset) throws IOException {
    int across = layout.unit().width();
    int down = layout.unit().height();
    if (y / down > held) {
      bytes.read(units, 0, units.length);
      held++;
    }
    int size = across * down + 2;
    int line = y % down * across;
    int t = offset;
    for (int x = part.x(); x < part.right(); x++) {
      int unit = x / across * size;
      target[t++] = units[unit + line + x % across];
      target[t++] = units[unit + size - 2];
      target[t++] = units[unit + size - 1];
    }
    y++;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
