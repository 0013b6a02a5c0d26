package org.casaba.codec.jpeg;

import java.util.Optional;
import org.casaba.codec.jpeg.JpegLibrary.Decoding;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.ColorModel;
import org.casaba.jpeg.Frame;
import org.casaba.jpeg.JpegHeader;

/** What may be asked of a {@link JpegLibrary}, and when that pays. */
final class Decodings {
  /**
   * A library that is asked for 1/2 takes the largest of its scales, which are eighths, that gives
   * the size for 1/2; for a picture of few pixels that may be 5/8.
   */
  private static final int SMALLEST_SCALED = 64;

  private Decodings() {}

  /**
   * How to decode a stream whole; empty for streams that are left to the built-in codec. Those in
   * several scans are among them: there is no bound on how long a small one can take.
   */
  static Optional<Decoding> of(JpegHeader header, int scale, ColorTransform transform) {
    int longer = Math.max(header.frame().size().width(), header.frame().size().height());
    if (!header.inOneScan()
        || !isUsual(header.frame())
        || (scale > 1 && longer < SMALLEST_SCALED)) {
      return Optional.empty();
    }
    return model(header, transform).map(m -> new Decoding(header.frame().size(), scale, m));
  }

  /** Other ways of sampling have not been decoded alike by all versions of libjpeg-turbo. */
  private static boolean isUsual(Frame frame) {
    boolean plainChroma =
        frame.components().stream().skip(1).allMatch(c -> c.horizontal() == 1 && c.vertical() == 1);
    return plainChroma
        && frame.maxHorizontal() <= 2
        && frame.maxVertical() <= frame.maxHorizontal();
  }

  private static Optional<ColorModel> model(JpegHeader header, ColorTransform transform) {
    return switch (header.frame().components().size()) {
      case 1 -> Optional.of(ColorModel.GRAY);
      case 3 ->
          Optional.of(
              switch (transform) {
                case FROM_MARKERS -> header.colorModel();
                case NONE -> ColorModel.RGB;
                case YCC -> ColorModel.YCC;
              });
      default -> Optional.empty();
    };
  }

  /**
   * Whether it is cheaper to have the whole tile from a library than that part from the built-in
   * codec, which decodes the part and passes over what stands before it. Measured: of the built-in
   * codec's time for a whole tile, about a third goes to reading it up to the last row that is
   * wanted, and the rest to the pixels that are wanted; a library takes two fifths of it.
   */
  static boolean pays(WholeTiles.Wanted wanted) {
    Rectangle part = wanted.part();
    double depth = part.bottom() / (double) wanted.picture().height();
    double share = part.size().area() / (double) wanted.picture().area();
    return 0.35 * depth + 0.65 * share > 0.45;
  }

  /** The same for a picture at a smaller scale, most of whose time goes to reading it. */
  static boolean paysScaled(Decoding whole, Rectangle part) {
    return part.size().area() > whole.scaled().area() * 3 / 4;
  }
}
