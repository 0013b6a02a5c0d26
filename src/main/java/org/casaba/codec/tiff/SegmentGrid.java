package org.casaba.codec.tiff;

import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;

/**
 * How a page is cut into segments: tiles, which all have the same size, or strips, which are as
 * wide as the page and the last of which may be lower.
 *
 * @param page size of the whole
 * @param segment size of a segment; a strip is never higher than the page
 * @param planes how often the grid is stored: once, or once for each sample
 */
record SegmentGrid(Dimensions page, Dimensions segment, boolean tiled, int planes) {

  int across() {
    return Math.ceilDiv(page.width(), segment.width());
  }

  int down() {
    return Math.ceilDiv(page.height(), segment.height());
  }

  /** Number of segments of all planes. */
  long count() {
    return (long) across() * down() * planes;
  }

  /** Index of a segment in the tables of offsets and byte counts. */
  long index(int plane, int row, int column) {
    return ((long) plane * down() + row) * across() + column;
  }

  /** Rows that are stored of the segments in a row. */
  int storedHeight(int row) {
    long below = (long) page.height() - (long) row * segment.height();
    return tiled ? segment.height() : (int) Math.min(segment.height(), below);
  }

  /**
   * The part of a region that lies in a segment, with the segment's own corner as origin. The
   * region must touch the segment.
   */
  Rectangle part(Rectangle region, int row, int column) {
    long left = (long) column * segment.width();
    long top = (long) row * segment.height();
    int x = (int) Math.max(0, region.x() - left);
    int y = (int) Math.max(0, region.y() - top);
    int right = (int) Math.min(segment.width(), region.right() - left);
    int bottom = (int) Math.min(segment.height(), region.bottom() - top);
    return new Rectangle(x, y, right - x, bottom - y);
  }
}
