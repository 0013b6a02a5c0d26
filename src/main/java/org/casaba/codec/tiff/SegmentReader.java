package org.casaba.codec.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.jpeg.JpegTile;
import org.casaba.codec.jpeg.WholeTiles;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegTables;
import org.jspecify.annotations.Nullable;

/**
 * Opens segments of a page for decoding. How much of them is read at once depends on how many are
 * decoded side by side: together they hold a bounded number of compressed bytes.
 */
final class SegmentReader {
  /** Compressed bytes to hold at a time: the tiles of a row of all but the widest pictures. */
  static final int MEMORY = 16 << 20;

  private static final int LARGEST_PIECE = 1 << 20;
  private static final int SMALLEST_PIECE = 4096;

  private final Content content;
  private final Page page;
  private final int memory;
  private final JpegTables tables;
  private final Libraries libraries;
  private final WholeTiles wholeTiles;

  /**
   * Reads a page's segments.
   *
   * @param memory how many compressed bytes to hold at a time, if segments that are decoded side by
   *     side can do with so little
   * @param libraries asked to decompress whole segments
   */
  SegmentReader(Content content, Page page, int memory, Libraries libraries) throws IOException {
    this.content = content;
    this.page = page;
    this.memory = memory;
    this.tables = page.coding().jpeg().tables();
    this.libraries = libraries;
    this.wholeTiles = page.coding().jpeg().wholeTiles(libraries.jpeg());
  }

  /** Parts of neighbouring segments to decode, all of the same height. */
  record Span(int row, int column, List<Rectangle> parts) {
    Span {
      parts = List.copyOf(parts);
    }
  }

  /** Opens the parts of a span, each at its first row. On failure nothing stays open. */
  List<SampleRows> open(Span span) throws IOException {
    List<List<SampleRows>> planes = new ArrayList<>();
    try {
      for (int plane : page.planes()) {
        List<SampleRows> opened = new ArrayList<>();
        planes.add(opened);
        open(plane, span, opened);
      }
    } catch (IOException | RuntimeException e) {
      for (List<SampleRows> opened : planes) {
        for (SampleRows rows : opened) {
          rows.close();
        }
      }
      throw e;
    }
    if (planes.size() == 1) {
      return planes.getFirst();
    }
    List<SampleRows> together = new ArrayList<>();
    for (int i = 0; i < span.parts().size(); i++) {
      int column = i;
      List<SampleRows> samples = planes.stream().map(p -> p.get(column)).toList();
      together.add(new PlanarRows(samples, span.parts().get(i).width()));
    }
    return together;
  }

  private void open(int plane, Span span, List<SampleRows> opened) throws IOException {
    long first = page.grid().index(plane, span.row(), span.column());
    Segment[] segments = page.table().locate(content, first, span.parts().size());
    byte[][] stored = isReadWhole(segments) ? load(segments) : new byte[segments.length][];
    for (int i = 0; i < segments.length; i++) {
      Rectangle part = span.parts().get(i);
      if (segments[i].isStored()) {
        Rectangle picture = page.grid().part(page.size().whole(), span.row(), span.column() + i);
        var wanted = new WholeTiles.Wanted(part, picture.size(), span.parts().size());
        opened.add(open(segments[i], stored[i], span.row(), wanted));
      } else {
        int count = part.width() * page.coding().layout().samples();
        opened.add((row, at) -> Arrays.fill(row, at, at + count, (byte) 0));
      }
    }
  }

  private boolean isReadWhole(Segment[] segments) {
    long total = 0;
    for (Segment segment : segments) {
      total = Math.min(Long.MAX_VALUE / 2, total + segment.length());
    }
    return page.coding().compression() != Compression.NONE && total <= memory;
  }

  private SampleRows open(
      Segment segment, byte @Nullable [] stored, int row, WholeTiles.Wanted wanted)
      throws IOException {
    Rectangle part = wanted.part();
    if (page.coding().compression() == Compression.JPEG) {
      JpegTile tile = jpeg(stored == null ? inPieces(segment) : JpegBytes.of(stored), part);
      return new JpegRows(
          stored == null ? tile.bands(part) : wholeTiles.bands(tile, stored, wanted));
    }
    if (stored == null) {
      return unpacked(bytes(input(segment, part, wanted.abreast())), part);
    }
    Optional<SegmentBytes> inflated = inflated(stored, row, wanted);
    return unpacked(
        inflated.isPresent()
            ? inflated.get()
            : bytes(SegmentInput.of(stored, page.coding().reversed())),
        part);
  }

  private Optional<SegmentBytes> inflated(byte[] stored, int row, WholeTiles.Wanted part) {
    Coding coding = page.coding();
    if (coding.compression() != Compression.DEFLATE || coding.reversed()) {
      return Optional.empty();
    }
    SegmentGrid grid = page.grid();
    Dimensions size = new Dimensions(grid.segment().width(), grid.storedHeight(row));
    var wanted = new InflatedBytes.Wanted(size, part.part().bottom(), part.abreast());
    return InflatedBytes.of(libraries.deflate(), stored, coding.layout(), wanted);
  }

  /** Reads segments whole, those that lie together in the file by one read. */
  byte[][] load(Segment[] segments) throws IOException {
    byte[][] stored = new byte[segments.length][];
    for (int i = 0; i < segments.length; ) {
      int end = i + 1;
      long length = segments[i].length();
      while (end < segments.length
          && segments[end - 1].isFollowedBy(segments[end])
          && length + segments[end].length() <= memory) {
        length += segments[end++].length();
      }
      byte[] run = read(segments[i].offset(), length);
      for (int at = 0, first = i; i < end; i++) {
        int n = (int) segments[i].length();
        stored[i] = end - first == 1 ? run : Arrays.copyOfRange(run, at, at + n);
        at += n;
      }
    }
    return stored;
  }

  private byte[] read(long offset, long length) throws IOException {
    if (length == 0) {
      return new byte[0];
    }
    if (length > content.size() || offset > content.size() - length) {
      throw new DamagedImageException("The TIFF file ends before one of its tiles or strips");
    }
    return TiffBytes.copy(content, offset, (int) length).array();
  }

  private SegmentInput input(Segment segment, Rectangle part, int abreast) {
    Coding coding = page.coding();
    int share = memory / abreast;
    long piece = Math.clamp(share, SMALLEST_PIECE, LARGEST_PIECE);
    Segment needed = segment;
    if (coding.compression() == Compression.NONE && !coding.layout().isSubsampled()) {
      long stride = coding.layout().rowBytes(page.grid().segment().width());
      needed = new Segment(segment.offset(), Math.min(segment.length(), part.bottom() * stride));
      long row = coding.layout().rowBytes(part.width()) + 1;
      if (stride > SMALLEST_PIECE && stride > 4 * row) {
        piece = row;
      }
    }
    piece = Math.min(piece, needed.length());
    return SegmentInput.of(content, needed, (int) piece, coding.reversed());
  }

  private SegmentBytes bytes(SegmentInput input) throws IOException {
    Coding coding = page.coding();
    int width = page.grid().segment().width();
    return switch (coding.compression()) {
      case NONE -> new StoredBytes(input);
      case LZW -> new LzwBytes(input);
      case DEFLATE -> new DeflateBytes(input);
      case PACKBITS -> new PackBitsBytes(input);
      case CCITT_RLE, CCITT_T4, CCITT_T6 ->
          new CcittBytes(input, coding.compression(), coding.options(), width);
      case JPEG -> throw new AssertionError("JPEG streams have no decompressed bytes");
    };
  }

  private SampleRows unpacked(SegmentBytes bytes, Rectangle part) throws IOException {
    Coding coding = page.coding();
    int width = page.grid().segment().width();
    if (coding.layout().isSubsampled()) {
      return new SubsampledRows(bytes, coding.layout(), width, part);
    }
    var wanted = new UnpackedRows.Wanted(part, page.interpretation().isScaled());
    return new UnpackedRows(bytes, coding.layout(), width, wanted);
  }

  private JpegTile jpeg(JpegBytes stream, Rectangle part) throws IOException {
    Coding coding = page.coding();
    JpegTile tile = JpegTile.open(stream, tables, coding.jpeg().transform());
    if (tile.bands() != coding.layout().samples() || !part.isInside(tile.size())) {
      throw new DamagedImageException("A JPEG tile or strip does not fit its TIFF file");
    }
    return tile;
  }

  private JpegBytes inPieces(Segment segment) {
    return JpegBytes.of((position, target) -> {
      int most = (int) Math.min(target.remaining(), segment.length() - position);
      if (most <= 0) {
        return -1;
      }
      ByteBuffer piece = target.slice(target.position(), most);
      int n = content.read(segment.offset() + position, piece);
      target.position(target.position() + Math.max(n, 0));
      return n;
    });
  }
}
