package org.casaba.render;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.Spool;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;

/**
 * A picture whose rows are another's rows from the bottom, or its columns. The other is spooled
 * when the first row is asked for, and closed at once. Columns are fetched in bands, to touch each
 * page of the spool once for many of them.
 */
final class TurnedRows implements PixelRows {
  private static final int MAX_BAND_BYTES = 4 << 20;
  private static final int MAX_BAND_COLUMNS = 64;

  private final SpooledPicture spooled;
  private final PixelLayout layout;
  private final Dimensions size;
  private final int rowBytes;

  /** Rows are the source's columns. */
  private final boolean transposed;

  /** The first row is the source's last row or column. */
  private final boolean backwards;

  /** The first pixel of a row is the last of the source's row or column. */
  private final boolean reversed;

  private final byte[] band;
  private final int bandColumns;
  private int bandStart = -1;
  private int y;

  TurnedRows(PixelRows source, Orientation orientation) {
    this.spooled = new SpooledPicture(source);
    this.layout = source.layout();
    this.size = orientation.apply(new Dimensions(source.width(), source.height()));
    this.rowBytes = size.width() * layout.bands();
    int turns = orientation.quarterTurns();
    this.transposed = orientation.transposes();
    this.backwards = turns == 2 || (transposed && (turns == 3) != orientation.mirrored());
    this.reversed = turns == 1 || (turns == 2 && !orientation.mirrored());
    int columns = Math.clamp(MAX_BAND_BYTES / rowBytes, 1, MAX_BAND_COLUMNS);
    this.bandColumns = transposed ? Math.min(columns, source.width()) : 1;
    this.band = new byte[bandColumns * rowBytes];
  }

  @Override
  public int width() {
    return size.width();
  }

  @Override
  public int height() {
    return size.height();
  }

  @Override
  public PixelLayout layout() {
    return layout;
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y >= height()) {
      throw new IllegalStateException("all " + height() + " rows have been read");
    }
    Spool picture = spooled.pixels();
    int line = backwards ? height() - 1 - y : y;
    y++;
    int start = transposed ? column(picture, line) : row(picture, line);
    if (reversed) {
      Turn.reverse(band, start, row, rowBytes, layout.bands());
    } else {
      System.arraycopy(band, start, row, 0, rowBytes);
    }
  }

  /** Puts a row into the band; answers where it begins there. */
  private int row(Spool picture, int line) throws IOException {
    picture.row(line, band);
    return 0;
  }

  /** Sees that a column is in the band; answers where it begins there. */
  private int column(Spool picture, int line) {
    if (bandStart < 0 || line < bandStart || line >= bandStart + bandColumns) {
      int wanted = backwards ? line - bandColumns + 1 : line;
      bandStart = Math.clamp(wanted, 0, picture.width() - bandColumns);
      picture.columns(bandStart, bandColumns, band);
    }
    return (line - bandStart) * rowBytes;
  }

  @Override
  public void close() throws IOException {
    spooled.close();
  }
}
