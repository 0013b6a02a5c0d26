package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.jpeg.ColorTransform;
import org.casaba.geometry.Dimensions;
import org.jspecify.annotations.Nullable;

/** From a directory's fields to a {@link Page}. */
final class PageReader {
  /** Bytes, and samples, of the widest row of a segment; what is allocated follows from it. */
  private static final int LONGEST_ROW = 1 << 24;

  private static final int LONGEST_TABLES = 1 << 16;
  private static final int OLD_JPEG = 6;
  private static final int YCBCR = 6;

  private final Directory directory;

  /** Whether this is JPEG as in TIFF 6.0 section 22, but with an ordinary stream of all pixels. */
  private final boolean interchange;

  private final Compression compression;

  private PageReader(Directory directory) throws IOException {
    this.directory = directory;
    long code = directory.number(Tag.COMPRESSION, 1);
    interchange = code == OLD_JPEG && directory.number(Tag.JPEG_INTERCHANGE_FORMAT, 0) > 0;
    compression = interchange ? Compression.JPEG : Compression.of(code);
  }

  /**
   * Reads a directory that describes a picture.
   *
   * @throws DamagedImageException if its fields contradict each other or the file
   * @throws UnsupportedImageException if the picture is of a kind that is not decoded here
   */
  static Page read(Directory directory) throws IOException {
    return new PageReader(directory).page();
  }

  /** Size of the directory's picture. */
  static Dimensions size(Directory directory) throws IOException {
    long width = directory.number(Tag.IMAGE_WIDTH, 0);
    long height = directory.number(Tag.IMAGE_LENGTH, 0);
    if (width < 1 || height < 1) {
      throw new DamagedImageException("The TIFF directory does not give a picture's size");
    }
    return new Dimensions(side(width), side(height));
  }

  private static int side(long pixels) throws UnsupportedImageException {
    if (pixels > Integer.MAX_VALUE) {
      throw new UnsupportedImageException(
          "TIFF files of 2^31 or more pixels in a side are not read");
    }
    return (int) pixels;
  }

  private Page page() throws IOException {
    Interpretation stored = InterpretationReader.read(directory, compression);
    boolean planar =
        stored.samples() > 1 && directory.number(Tag.PLANAR_CONFIGURATION, 1) == 2 && !interchange;
    SegmentGrid grid = grid(planar ? stored.samples() : 1);
    SampleLayout layout = layout(stored, planar);
    check(stored, layout);
    int width = grid.segment().width();
    if (Math.max(layout.rowBytes(width), (long) width * stored.samples()) > LONGEST_ROW) {
      throw new UnsupportedImageException("The TIFF file's rows are too long to be read");
    }
    return new Page(
        grid,
        table(grid),
        coding(layout),
        planar ? stored.ofNeeded() : stored,
        planar ? stored.needed() : List.of(0));
  }

  private SegmentGrid grid(int planes) throws IOException {
    Dimensions size = size(directory);
    if (interchange) {
      return new SegmentGrid(size, size, false, 1);
    }
    boolean tiled = directory.has(Tag.TILE_WIDTH);
    long width = tiled ? directory.number(Tag.TILE_WIDTH, 0) : size.width();
    long height = directory.number(tiled ? Tag.TILE_LENGTH : Tag.ROWS_PER_STRIP, 0);
    if (!tiled) {
      height = height == 0 ? size.height() : Math.min(height, size.height());
    }
    if (width < 1 || height < 1) {
      throw new DamagedImageException("The TIFF file's tiles have no size");
    }
    return new SegmentGrid(size, new Dimensions(side(width), side(height)), tiled, planes);
  }

  private SegmentTable table(SegmentGrid grid) throws IOException {
    NumberTable offsets =
        interchange
            ? numbers(Tag.JPEG_INTERCHANGE_FORMAT, Tag.JPEG_INTERCHANGE_FORMAT)
            : numbers(Tag.TILE_OFFSETS, Tag.STRIP_OFFSETS);
    NumberTable counts =
        interchange
            ? numbers(Tag.JPEG_INTERCHANGE_FORMAT_LENGTH, Tag.JPEG_INTERCHANGE_FORMAT_LENGTH)
            : numbers(Tag.TILE_BYTE_COUNTS, Tag.STRIP_BYTE_COUNTS);
    if (offsets == null) {
      throw new DamagedImageException("The TIFF file does not say where its pixels are");
    }
    long each = (long) grid.across() * grid.down();
    if (each > offsets.size() / grid.planes()
        || (counts != null && each > counts.size() / grid.planes())) {
      throw new DamagedImageException("The TIFF file lists too few tiles or strips");
    }
    return new SegmentTable(offsets, counts);
  }

  private @Nullable NumberTable numbers(Tag tag, Tag other) throws IOException {
    var field = directory.find(tag).or(() -> directory.find(other));
    return field.isPresent() ? NumberTable.of(field.get(), directory.bytes()) : null;
  }

  private SampleLayout layout(Interpretation stored, boolean planar) throws IOException {
    long predictor = compression.predicts() ? directory.number(Tag.PREDICTOR, 1) : 1;
    boolean ycbcr = stored.photometric() instanceof Photometric.Ycbcr;
    Dimensions unit = ycbcr ? unit() : SampleLayout.ONE;
    int bits = stored.bits();
    boolean shared = !unit.equals(SampleLayout.ONE);
    if (predictor > 2 || (predictor == 2 && ((bits != 8 && bits != 16) || shared))) {
      throw new UnsupportedImageException(
          "TIFF files with predictor " + predictor + " and " + bits + " bits are not supported");
    }
    return new SampleLayout(
        bits, planar ? 1 : stored.samples(), directory.bytes().order(), predictor == 2, unit);
  }

  private Dimensions unit() throws IOException {
    int[] sharing = directory.numbers(Tag.YCBCR_SUBSAMPLING, 2);
    if (sharing.length < 2) {
      return new Dimensions(2, 2);
    }
    boolean sound = Set.of(1, 2, 4).containsAll(List.of(sharing[0], sharing[1]));
    if (!sound || sharing[1] > sharing[0]) {
      throw new DamagedImageException("The TIFF file's YCbCr subsampling is impossible");
    }
    return new Dimensions(sharing[0], sharing[1]);
  }

  /** Refuses what does not go together. */
  private void check(Interpretation stored, SampleLayout layout) throws IOException {
    int together = layout.samples();
    if (compression.isCcitt() && (stored.bits() != 1 || together != 1)) {
      throw new DamagedImageException("The TIFF file is facsimile-coded but not bilevel");
    }
    boolean jpegBands = together == 1 || together == stored.photometric().colors();
    if (compression == Compression.JPEG && (stored.bits() != 8 || !jpegBands)) {
      throw new UnsupportedImageException(
          "TIFF files with JPEG compression of "
              + together
              + " samples of "
              + stored.bits()
              + " bits are not supported");
    }
    if (layout.isSubsampled() && together != 3) {
      throw new UnsupportedImageException(
          "TIFF files in YCbCr with " + together + " samples side by side are not supported");
    }
  }

  private Coding coding(SampleLayout layout) throws IOException {
    Tag options = compression == Compression.CCITT_T4 ? Tag.T4_OPTIONS : Tag.T6_OPTIONS;
    return new Coding(
        compression,
        layout,
        directory.number(Tag.FILL_ORDER, 1) == 2,
        compression.isCcitt() ? directory.number(options, 0) : 0,
        compression == Compression.JPEG ? jpeg(layout.samples()) : JpegContext.NONE);
  }

  private JpegContext jpeg(int samples) throws IOException {
    byte[] tables = new byte[0];
    Field field = directory.find(Tag.JPEG_TABLES).orElse(null);
    if (field != null) {
      if (field.count() > LONGEST_TABLES || Field.width(field.type()) != 1) {
        throw new DamagedImageException("The TIFF file's JPEG tables are damaged");
      }
      tables = directory.bytes().copy(field.position(), (int) field.count()).array();
    }
    boolean ycc = samples == 3 && directory.number(Tag.PHOTOMETRIC_INTERPRETATION, 2) == YCBCR;
    return new JpegContext(tables, ycc ? ColorTransform.YCC : ColorTransform.NONE);
  }
}
