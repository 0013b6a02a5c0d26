package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.JpegPart;
import org.casaba.codec.StoredJpeg;
import org.casaba.codec.jpeg.ColorTransform;
import org.casaba.codec.jpeg.StoredPart;
import org.casaba.codec.jpeg.StoredStream;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.JpegTables;
import org.casaba.jpeg.McuArea;
import org.casaba.jpeg.Mosaic;

/** The tiles of a page that is compressed as JPEG. Thread-safe as its content is. */
final class StoredTiles implements StoredJpeg {
  /** Most tiles that are joined, a reader for each; more are better drawn, in strips. */
  private static final int MOST_TILES = 2048;

  /** Most pixels of a joined picture, whose stored tiles are held in memory. */
  private static final long MOST_COPIED = 128 << 20;

  /** Most pixels of a turned picture, whose coefficients are held in memory. */
  private static final long MOST_LAID = 4 << 20;

  /** Smallest side of an MCU, in pixels. */
  private static final int BLOCK = 8;

  private final Content content;
  private final Page page;
  private final boolean rgb;

  private StoredTiles(Content content, Page page) {
    this.content = content;
    this.page = page;
    rgb = samples() == 3 && page.coding().jpeg().transform() == ColorTransform.NONE;
  }

  /** The tiles of a page; empty if there are none, or their samples are not its pixels. */
  static Optional<StoredJpeg> of(Content content, Page page) {
    Interpretation interpretation = page.interpretation();
    boolean direct =
        page.coding().compression() == Compression.JPEG
            && page.grid().tiled()
            && page.grid().planes() == 1
            && interpretation.isDirect()
            && !interpretation.hasAlpha();
    return direct ? Optional.of(new StoredTiles(content, page)) : Optional.empty();
  }

  private int samples() {
    return page.coding().layout().samples();
  }

  @Override
  public Optional<JpegPart> part(Rectangle region, Orientation turn, boolean gray)
      throws IOException {
    boolean colorless = gray && samples() == 3;
    if (colorless && rgb) {
      return Optional.empty();
    }
    return part(region, region.size(), new StoredPart.Wanted(turn, colorless, rgb));
  }

  @Override
  public Optional<JpegPart> tile(int x, int y, Dimensions tile) throws IOException {
    int width = Math.min(tile.width(), page.size().width() - x);
    int height = Math.min(tile.height(), page.size().height() - y);
    Rectangle region = new Rectangle(x, y, width, height);
    return part(region, tile, new StoredPart.Wanted(Orientation.UPRIGHT, false, rgb));
  }

  /**
   * Makes a part.
   *
   * @param size of the file's picture before it is turned: that of the region or larger
   */
  private Optional<JpegPart> part(Rectangle region, Dimensions size, StoredPart.Wanted wanted)
      throws IOException {
    if (!region.isInside(page.size())) {
      throw new IllegalArgumentException(region + " is not inside " + page.size());
    }
    TileSpan span = TileSpan.of(region, page.grid());
    long most = wanted.upright() ? MOST_COPIED : MOST_LAID;
    if (size.area() > most || span.tiles() > MOST_TILES || !isAligned(region, BLOCK, BLOCK)) {
      return Optional.empty();
    }
    List<StoredStream> streams = streams(span);
    if (streams.isEmpty()) {
      return Optional.empty();
    }
    Dimensions tile = page.grid().segment();
    boolean whole = span.tiles() == 1 && region.size().equals(tile) && size.equals(tile);
    if (whole && wanted.upright()) {
      Optional<JpegPart> copy = streams.getFirst().copy(rgb);
      if (copy.isPresent()) {
        return copy;
      }
    }
    Dimensions mcu = streams.getFirst().mcu();
    boolean same = streams.stream().allMatch(s -> s.mcu().equals(mcu));
    boolean between = tile.width() % mcu.width() == 0 && tile.height() % mcu.height() == 0;
    return same && between && isAligned(region, mcu.width(), mcu.height())
        ? StoredPart.of(mosaic(region, size, span, streams), wanted)
        : Optional.empty();
  }

  /** Whether a region lies between units of that size, or ends with the page. */
  private boolean isAligned(Rectangle region, int width, int height) {
    return region.x() % width == 0
        && region.y() % height == 0
        && (region.right() % width == 0 || region.right() == page.size().width())
        && (region.bottom() % height == 0 || region.bottom() == page.size().height());
  }

  /** The streams of tiles, row by row; none if not all of them are fit. */
  private List<StoredStream> streams(TileSpan span) throws IOException {
    SegmentReader reader = new SegmentReader(content, page, SegmentReader.MEMORY, Libraries.NONE);
    JpegTables tables = page.coding().jpeg().tables();
    List<StoredStream> streams = new ArrayList<>();
    long stored = 0;
    for (int row = span.row(); row < span.bottom(); row++) {
      Segment[] segments =
          page.table().locate(content, page.grid().index(0, row, span.column()), span.columns());
      for (Segment segment : segments) {
        stored += Math.min(segment.length(), Integer.MAX_VALUE);
        if (!segment.isStored() || stored > SegmentReader.MEMORY) {
          return List.of();
        }
      }
      for (byte[] bytes : reader.load(segments)) {
        Optional<StoredStream> stream = StoredStream.open(bytes, tables);
        if (stream.isEmpty() || !fits(stream.get())) {
          return List.of();
        }
        streams.add(stream.get());
      }
    }
    return streams;
  }

  private boolean fits(StoredStream stream) {
    return stream.size().equals(page.grid().segment()) && stream.components() == samples();
  }

  private Mosaic mosaic(
      Rectangle region, Dimensions size, TileSpan span, List<StoredStream> streams) {
    List<List<Mosaic.Piece>> bands = new ArrayList<>();
    for (int row = 0; row < span.rows(); row++) {
      List<Mosaic.Piece> band = new ArrayList<>();
      for (int column = 0; column < span.columns(); column++) {
        StoredStream stream = streams.get(row * span.columns() + column);
        Rectangle part = page.grid().part(region, span.row() + row, span.column() + column);
        band.add(new Mosaic.Piece(stream.mcus(), area(part, stream.mcu())));
      }
      bands.add(band);
    }
    return new Mosaic(bands, size);
  }

  private static McuArea area(Rectangle part, Dimensions mcu) {
    return new McuArea(
        part.x() / mcu.width(),
        part.y() / mcu.height(),
        Math.ceilDiv(part.width(), mcu.width()),
        Math.ceilDiv(part.height(), mcu.height()));
  }
}
