package org.casaba.codec.tiff;

import org.casaba.geometry.Rectangle;

/** The tiles that a region touches: a first one, and how many beside and below each other. */
record TileSpan(int column, int row, int columns, int rows) {

  static TileSpan of(Rectangle region, SegmentGrid grid) {
    int width = grid.segment().width();
    int height = grid.segment().height();
    int column = region.x() / width;
    int row = region.y() / height;
    return new TileSpan(
        column,
        row,
        (region.right() - 1) / width - column + 1,
        (region.bottom() - 1) / height - row + 1);
  }

  /** First row below. */
  int bottom() {
    return row + rows;
  }

  long tiles() {
    return (long) columns * rows;
  }
}
