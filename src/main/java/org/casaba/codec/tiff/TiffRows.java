package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Rectangle;

/**
 * The pixels of a part of a page. The segments that a row of pixels crosses are decoded side by
 * side, each only as far as rows have been pulled, so that a row of tiles is never held decoded.
 */
final class TiffRows implements PixelRows {
  /** Segments side by side; each takes up to some 50 kB for the state of its decoder. */
  private static final int MOST_ABREAST = 4096;

  private final Page page;
  private final Rectangle region;
  private final SegmentReader reader;
  private final PixelConversion conversion;

  private final int firstColumn;
  private final int columns;

  /** One row of samples of one segment. */
  private final byte[] samples;

  private List<Rectangle> parts = List.of();
  private List<SampleRows> band = List.of();
  private int y;
  private int bandEnd;

  TiffRows(SegmentReader reader, PixelConversion conversion, Page page, Rectangle region)
      throws UnsupportedImageException {
    this.reader = reader;
    this.conversion = conversion;
    this.page = page;
    this.region = region;
    int width = page.grid().segment().width();
    firstColumn = region.x() / width;
    columns = (region.right() - 1) / width - firstColumn + 1;
    if (columns > MOST_ABREAST) {
      throw new UnsupportedImageException("The TIFF file's tiles are too narrow");
    }
    samples = new byte[Math.min(width, region.width()) * page.interpretation().samples()];
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
      throw new IllegalStateException("all rows have been pulled");
    }
    if (y == bandEnd) {
      openBand();
    }
    int bands = layout().bands();
    int at = 0;
    for (int i = 0; i < columns; i++) {
      int pixels = parts.get(i).width();
      if (conversion.isDirect()) {
        band.get(i).next(row, at);
      } else {
        band.get(i).next(samples, 0);
        conversion.convert(samples, pixels, row, at);
      }
      at += pixels * bands;
    }
    y++;
  }

  private void openBand() throws IOException {
    close();
    int segmentRow = (region.y() + y) / page.grid().segment().height();
    List<Rectangle> next = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      next.add(page.grid().part(region, segmentRow, firstColumn + i));
    }
    parts = next;
    band = reader.open(new SegmentReader.Span(segmentRow, firstColumn, next));
    bandEnd = y + next.getFirst().height();
  }

  @Override
  public void close() throws IOException {
    List<SampleRows> open = band;
    band = List.of();
    for (SampleRows rows : open) {
      rows.close();
    }
  }
}
