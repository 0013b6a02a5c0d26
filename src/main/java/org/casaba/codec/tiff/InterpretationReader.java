package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.stream.IntStream;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;

/**
 * From a directory's fields to what its samples mean. Defaults are those of TIFF 6.0, section 8,
 * and, where required fields are missing, libtiff's.
 */
final class InterpretationReader {
  private static final int MOST_SAMPLES = 64;
  private static final int UNSTATED = -1;
  private static final double[] ITU_R_601 = {0.299, 0.587, 0.114};
  private static final double[] FULL_RANGE = {0, 255, 128, 255, 128, 255};

  private final Directory directory;

  private InterpretationReader(Directory directory) {
    this.directory = directory;
  }

  /**
   * Reads what a directory's samples mean once they have been decompressed.
   *
   * @throws DamagedImageException if its fields contradict each other
   * @throws UnsupportedImageException if the samples are of a kind that is not read here
   */
  static Interpretation read(Directory directory, Compression compression) throws IOException {
    return new InterpretationReader(directory).interpretation(compression);
  }

  private Interpretation interpretation(Compression compression) throws IOException {
    int samples = samples();
    int bits = bits(samples);
    Photometric photometric = photometric(samples, bits, compression);
    int colors = photometric.colors();
    if (samples < colors) {
      throw new DamagedImageException("The TIFF file's pixels have too few samples");
    }
    int[] extra = directory.numbers(Tag.EXTRA_SAMPLES, samples - colors);
    for (int i = 0; i < extra.length; i++) {
      boolean associated = extra[i] == 1;
      if (associated || extra[i] == 2) {
        return new Interpretation(photometric, bits, samples, colors + i, associated);
      }
    }
    return new Interpretation(photometric, bits, samples, -1, false);
  }

  private int samples() throws IOException {
    long samples = directory.number(Tag.SAMPLES_PER_PIXEL, 1);
    if (samples < 1) {
      throw new DamagedImageException("The TIFF file's pixels have no samples");
    }
    if (samples > MOST_SAMPLES) {
      throw new UnsupportedImageException(
          "TIFF files with " + samples + " samples per pixel are not supported");
    }
    return (int) samples;
  }

  private int bits(int samples) throws IOException {
    for (int format : directory.numbers(Tag.SAMPLE_FORMAT, samples)) {
      if (format != 1 && format != 4) {
        String name = format == 2 ? "signed" : format == 3 ? "floating-point" : "complex";
        throw new UnsupportedImageException("TIFF files of " + name + " samples are not supported");
      }
    }
    int[] bits = directory.numbers(Tag.BITS_PER_SAMPLE, samples);
    int common = bits.length == 0 ? 1 : bits[0];
    if (IntStream.of(bits).anyMatch(b -> b != common)) {
      throw new UnsupportedImageException("TIFF files with unlike samples are not supported");
    }
    if (common < 1 || common > 16) {
      throw new UnsupportedImageException(
          "TIFF files with " + common + " bits per sample are not supported");
    }
    return common;
  }

  private Photometric photometric(int samples, int bits, Compression compression)
      throws IOException {
    int otherwise = samples >= 3 ? 2 : UNSTATED;
    int code = (int) directory.number(Tag.PHOTOMETRIC_INTERPRETATION, otherwise);
    return switch (code) {
      case 0 -> new Photometric.Gray(true);
      case 1 -> new Photometric.Gray(false);
      case 2 -> new Photometric.Rgb();
      case 3 -> new Photometric.Indexed(palette(bits));
      case 5 -> new Photometric.Inks();
      // The decoder of JPEG streams makes RGB of YCbCr.
      case 6 ->
          compression == Compression.JPEG
              ? new Photometric.Rgb()
              : new Photometric.Ycbcr(ycbcrSpace(bits));
      case UNSTATED -> new Photometric.Gray(compression.isCcitt());
      default ->
          throw new UnsupportedImageException(
              "TIFF files with photometric interpretation " + name(code) + " are not supported");
    };
  }

  private static String name(int code) {
    return switch (code) {
      case 4 -> "4 (transparency mask)";
      case 8, 9, 10 -> code + " (L*a*b*)";
      case 32803 -> "32803 (colour filter array)";
      case 32844, 32845 -> code + " (LogLuv)";
      default -> Integer.toString(code);
    };
  }

  private Palette palette(int bits) throws IOException {
    if (bits > 8) {
      throw new UnsupportedImageException("TIFF files with long palettes are not supported");
    }
    int[] map = directory.numbers(Tag.COLOR_MAP, 3 << bits);
    if (map.length < 3 << bits) {
      throw new DamagedImageException("The TIFF file's palette is too short");
    }
    return Palette.of(map);
  }

  private YcbcrSpace ycbcrSpace(int bits) throws IOException {
    if (bits != 8) {
      throw new UnsupportedImageException(
          "TIFF files in YCbCr with " + bits + " bits per sample are not supported");
    }
    double[] coefficients = directory.ratios(Tag.YCBCR_COEFFICIENTS, ITU_R_601);
    double[] range = directory.ratios(Tag.REFERENCE_BLACK_WHITE, FULL_RANGE);
    boolean sound = range[0] != range[1] && range[2] != range[3] && range[4] != range[5];
    for (double c : coefficients) {
      sound &= c > 0 && c < 1;
    }
    if (!sound) {
      throw new DamagedImageException("The TIFF file's YCbCr coefficients are impossible");
    }
    return new YcbcrSpace(coefficients, range);
  }
}
