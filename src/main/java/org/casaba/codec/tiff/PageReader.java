package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.jpeg.ColorTransform;
import org.casaba.geometry.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * From a directory's fields to a {@link Page}. Defaults are those of TIFF 6.0, section 8, and,
 * where required fields are missing, libtiff's.
 */
final class PageReader {
  private static final int MOST_SAMPLES = 64;

  /** Bytes, and samples, of the widest row of a segment; what is allocated follows from it. */
  private static final int LONGEST_ROW = 1 << 26;

  private static final int LONGEST_TABLES = 1 << 16;
  private static final int YCBCR = 6;
  private static final int UNSTATED = -1;

  private final Directory directory;

  private PageReader(Directory directory) {
    this.directory = directory;
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
      throw new DamagedImageException("The TIFF directory does not give a picture's size.");
    }
    return new Dimensions(side(width), side(height));
  }

  private static int side(long pixels) throws UnsupportedImageException {
    if (pixels > Integer.MAX_VALUE) {
      throw new UnsupportedImageException(
          "TIFF files of 2^31 or more pixels in a side are not read.");
    }
    return (int) pixels;
  }

  private Page page() throws IOException {
    Compression compression = Compression.of(directory.number(Tag.COMPRESSION, 1));
    int samples = samples();
    int bits = bits(samples);
    boolean planar = samples > 1 && directory.number(Tag.PLANAR_CONFIGURATION, 1) == 2;
    boolean ycc = compression == Compression.JPEG && !planar && photometricCode(samples) == YCBCR;
    Photometric photometric = ycc ? Photometric.RGB : photometric(samples, compression);
    check(compression, photometric, bits, planar ? 1 : samples);
    int alpha = alpha(photometric.colors(), samples);
    List<Integer> planes = planar ? planes(photometric.colors(), alpha) : List.of(0);
    SegmentGrid grid = grid(planar ? samples : 1);
    Coding coding = coding(compression, bits, planar ? 1 : samples, ycc);
    if (coding.rowBytes(grid.segment().width()) > LONGEST_ROW
        || (long) grid.segment().width() * samples > LONGEST_ROW) {
      throw new UnsupportedImageException("The TIFF file's rows are too long to be read.");
    }
    Interpretation interpretation =
        new Interpretation(
            photometric,
            bits,
            planar ? planes.size() : samples,
            planar && alpha >= 0 ? photometric.colors() : alpha,
            alpha >= 0 && extra(alpha - photometric.colors()) == 1,
            photometric == Photometric.PALETTE ? palette(1 << bits) : Palette.NONE);
    return new Page(grid, table(grid), coding, interpretation, planes);
  }

  private int samples() throws IOException {
    long samples = directory.number(Tag.SAMPLES_PER_PIXEL, 1);
    if (samples < 1) {
      throw new DamagedImageException("The TIFF file's pixels have no samples.");
    }
    if (samples > MOST_SAMPLES) {
      throw new UnsupportedImageException(
          "TIFF files with " + samples + " samples per pixel are not supported.");
    }
    return (int) samples;
  }

  private int bits(int samples) throws IOException {
    for (int format : directory.numbers(Tag.SAMPLE_FORMAT, samples)) {
      if (format != 1 && format != 4) {
        throw new UnsupportedImageException(
            "TIFF files with sample format "
                + (format == 2 ? "2 (signed)" : format == 3 ? "3 (floating point)" : "" + format)
                + " are not supported.");
      }
    }
    int[] bits = directory.numbers(Tag.BITS_PER_SAMPLE, samples);
    int common = bits.length == 0 ? 1 : bits[0];
    if (IntStream.of(bits).anyMatch(b -> b != common)) {
      throw new UnsupportedImageException("TIFF files with unlike samples are not supported.");
    }
    return switch (common) {
      case 1, 2, 4, 8, 16 -> common;
      default ->
          throw new UnsupportedImageException(
              "TIFF files with " + common + " bits per sample are not supported.");
    };
  }

  private Photometric photometric(int samples, Compression compression) throws IOException {
    int code = photometricCode(samples);
    return switch (code) {
      case 0 -> Photometric.WHITE_IS_ZERO;
      case 1 -> Photometric.BLACK_IS_ZERO;
      case 2 -> Photometric.RGB;
      case 3 -> Photometric.PALETTE;
      case 5 -> Photometric.CMYK;
      case UNSTATED ->
          compression.isCcitt() ? Photometric.WHITE_IS_ZERO : Photometric.BLACK_IS_ZERO;
      default ->
          throw new UnsupportedImageException(
              "TIFF files with photometric interpretation "
                  + photometricName(code)
                  + " are not supported.");
    };
  }

  private int photometricCode(int samples) throws IOException {
    return (int) directory.number(Tag.PHOTOMETRIC_INTERPRETATION, samples >= 3 ? 2 : UNSTATED);
  }

  private static String photometricName(int code) {
    return switch (code) {
      case 4 -> "4 (transparency mask)";
      case 6 -> "6 (YCbCr) not compressed as JPEG";
      case 8, 9, 10 -> code + " (L*a*b*)";
      case 32803 -> "32803 (colour filter array)";
      case 32844, 32845 -> code + " (LogLuv)";
      default -> Integer.toString(code);
    };
  }

  private static void check(
      Compression compression, Photometric photometric, int bits, int together) throws IOException {
    if (photometric == Photometric.PALETTE && bits > 8) {
      throw new UnsupportedImageException("TIFF files with 16-bit palettes are not supported.");
    }
    if (compression.isCcitt() && (bits != 1 || together != 1)) {
      throw new DamagedImageException("The TIFF file is facsimile-coded but not bilevel.");
    }
    boolean jpegBands = together == 1 || together == photometric.colors();
    if (compression == Compression.JPEG && (bits != 8 || !jpegBands)) {
      throw new UnsupportedImageException(
          "TIFF files with JPEG compression of "
              + together
              + " samples of "
              + bits
              + " bits are not supported.");
    }
  }

  /** Index of the sample that is opacity, -1 for none. */
  private int alpha(int colors, int samples) throws IOException {
    if (samples < colors) {
      throw new DamagedImageException("The TIFF file's pixels have too few samples.");
    }
    for (int i = colors; i < samples; i++) {
      int kind = extra(i - colors);
      if (kind == 1 || kind == 2) {
        return i;
      }
    }
    return -1;
  }

  /**
   * What ExtraSamples says of an extra sample: 1 associated, 2 unassociated alpha, else unknown.
   */
  private int extra(int index) throws IOException {
    int[] kinds = directory.numbers(Tag.EXTRA_SAMPLES, MOST_SAMPLES);
    return index < kinds.length ? kinds[index] : 0;
  }

  private static List<Integer> planes(int colors, int alpha) {
    List<Integer> planes = new ArrayList<>(IntStream.range(0, colors).boxed().toList());
    if (alpha >= 0) {
      planes.add(alpha);
    }
    return planes;
  }

  private SegmentGrid grid(int planes) throws IOException {
    Dimensions size = size(directory);
    boolean tiled = directory.has(Tag.TILE_WIDTH);
    long width = tiled ? directory.number(Tag.TILE_WIDTH, 0) : size.width();
    long height = directory.number(tiled ? Tag.TILE_LENGTH : Tag.ROWS_PER_STRIP, 0);
    if (!tiled) {
      height = height == 0 ? size.height() : Math.min(height, size.height());
    }
    if (width < 1 || height < 1) {
      throw new DamagedImageException("The TIFF file's tiles have no size.");
    }
    return new SegmentGrid(size, new Dimensions(side(width), side(height)), tiled, planes);
  }

  private SegmentTable table(SegmentGrid grid) throws IOException {
    NumberTable offsets = numbers(Tag.TILE_OFFSETS, Tag.STRIP_OFFSETS);
    if (offsets == null) {
      throw new DamagedImageException("The TIFF file does not say where its pixels are.");
    }
    NumberTable counts = numbers(Tag.TILE_BYTE_COUNTS, Tag.STRIP_BYTE_COUNTS);
    long each = (long) grid.across() * grid.down();
    if (each > offsets.size() / grid.planes()
        || (counts != null && each > counts.size() / grid.planes())) {
      throw new DamagedImageException("The TIFF file lists too few tiles or strips.");
    }
    return new SegmentTable(offsets, counts);
  }

  private @Nullable NumberTable numbers(Tag tag, Tag other) throws IOException {
    var field = directory.find(tag).or(() -> directory.find(other));
    return field.isPresent() ? NumberTable.of(field.get(), directory.bytes()) : null;
  }

  private Coding coding(Compression compression, int bits, int samples, boolean ycc)
      throws IOException {
    long predictor = compression.predicts() ? directory.number(Tag.PREDICTOR, 1) : 1;
    if (predictor > 2 || (predictor == 2 && bits < 8)) {
      throw new UnsupportedImageException(
          "TIFF files with predictor " + predictor + " and " + bits + " bits are not supported.");
    }
    Tag options = compression == Compression.CCITT_T4 ? Tag.T4_OPTIONS : Tag.T6_OPTIONS;
    return new Coding(
        compression,
        bits,
        samples,
        directory.bytes().order(),
        predictor == 2,
        directory.number(Tag.FILL_ORDER, 1) == 2,
        compression.isCcitt() ? directory.number(options, 0) : 0,
        compression == Compression.JPEG ? jpeg(ycc) : JpegContext.NONE);
  }

  private JpegContext jpeg(boolean ycc) throws IOException {
    byte[] tables = new byte[0];
    Field field = directory.find(Tag.JPEG_TABLES).orElse(null);
    if (field != null) {
      if (field.count() > LONGEST_TABLES || Field.width(field.type()) != 1) {
        throw new DamagedImageException("The TIFF file's JPEG tables are damaged.");
      }
      tables = directory.bytes().copy(field.position(), (int) field.count()).array();
    }
    return new JpegContext(tables, ycc ? ColorTransform.YCC : ColorTransform.NONE);
  }

  private Palette palette(int colors) throws IOException {
    int[] map = directory.numbers(Tag.COLOR_MAP, 3 * colors);
    if (map.length < 3 * colors) {
      throw new DamagedImageException("The TIFF file's palette is too short.");
    }
    return Palette.of(map);
  }
}
