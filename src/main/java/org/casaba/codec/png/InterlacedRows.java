package org.casaba.codec.png;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.Spool;
import org.casaba.geometry.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A part of an interlaced PNG file (section 8.2). The seven passes are put together in a spool of
 * the part's size when the first row is asked for.
 */
final class InterlacedRows implements PixelRows {
  private static final Pass[] PASSES = {
    new Pass(0, 0, 8, 8),
    new Pass(4, 0, 8, 8),
    new Pass(0, 4, 4, 8),
    new Pass(2, 0, 4, 4),
    new Pass(0, 2, 2, 4),
    new Pass(1, 0, 2, 2),
    new Pass(0, 1, 1, 2)
  };

  /** Every so many columns and rows of the picture, from a first column and row on. */
  private record Pass(int x, int y, int columns, int rows) {

    /** How many of the pass's columns lie left of a column of the picture. */
    int columnsBefore(int column) {
      return Math.ceilDiv(Math.max(0, column - x), columns);
    }

    /** How many of the pass's rows lie above a row of the picture. */
    int rowsBefore(int row) {
      return Math.ceilDiv(Math.max(0, row - y), rows);
    }
  }

  private final Scanlines scanlines;
  private final PngHeader header;
  private final SampleConversion conversion;
  private final Rectangle region;
  private @Nullable Spool spool;
  private int y;

  InterlacedRows(
      Scanlines scanlines, PngHeader header, SampleConversion conversion, Rectangle region) {
    this.scanlines = scanlines;
    this.header = header;
    this.conversion = conversion;
    this.region = region;
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
    return conversion.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y == region.height()) {
      throw new IllegalStateException("no more rows");
    }
    Spool whole = spool;
    if (whole == null) {
      whole = new Spool(region.width(), region.height(), layout());
      spool = whole;
      for (Pass pass : PASSES) {
        read(pass, whole);
      }
    }
    whole.row(y++, row);
  }

  private void read(Pass pass, Spool target) throws IOException {
    int passWidth = pass.columnsBefore(header.width());
    if (passWidth == 0) {
      return; // such a pass has no rows either, not even their filter bytes
    }
    int first = pass.columnsBefore(region.x());
    int count = pass.columnsBefore(region.right()) - first;
    byte[] pixels = new byte[count * layout().bands()];
    byte[] row = new byte[target.stride()];
    scanlines.startPass(passWidth);
    int passHeight = pass.rowsBefore(header.height());
    for (int i = 0; i < passHeight; i++) {
      byte[] samples = scanlines.next();
      int to = pass.y() + i * pass.rows() - region.y();
      if (to >= 0 && to < region.height() && count > 0) {
        conversion.convert(samples, first, count, pixels);
        target.row(to, row);
        spread(pixels, row, pass.x() + first * pass.columns() - region.x(), pass.columns());
        target.put(to, row);
      }
    }
  }

  private void spread(byte[] pixels, byte[] row, int firstColumn, int everyColumns) {
    int bands = layout().bands();
    int to = firstColumn * bands;
    for (int from = 0; from < pixels.length; from += bands, to += everyColumns * bands) {
      for (int band = 0; band < bands; band++) {
        row[to + band] = pixels[from + band];
      }
    }
  }

  @Override
  public void close() throws IOException {
    scanlines.close();
    if (spool != null) {
      spool.close();
    }
  }
}
