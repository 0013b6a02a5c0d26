package org.casaba.jpeg;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the application segments of a JPEG stream tell.
 *
 * @param jfif whether there is a JFIF segment
 * @param adobeTransform the color transform of the Adobe segment: 0 none, 1 YCbCr, 2 YCCK; empty
 *     without such a segment
 * @param exif the EXIF block, from its byte order mark on, unchecked
 * @param icc the ICC profile as it stands in the stream, unchecked
 */
public record AppMarkers(
    boolean jfif, OptionalInt adobeTransform, Optional<byte[]> exif, Optional<byte[]> icc) {

  /** Decides what the components stand for, as libjpeg does. */
  ColorModel colorModel(Frame frame) {
    return switch (frame.components().size()) {
      case 1 -> ColorModel.GRAY;
      case 3 -> threeComponents(frame);
      case 4 ->
          adobeTransform.isPresent() && adobeTransform.getAsInt() != 0
              ? ColorModel.YCCK
              : ColorModel.CMYK;
      default -> ColorModel.UNKNOWN;
    };
  }

  private ColorModel threeComponents(Frame frame) {
    if (jfif) {
      return ColorModel.YCC;
    }
    if (adobeTransform.isPresent()) {
      return adobeTransform.getAsInt() == 0 ? ColorModel.RGB : ColorModel.YCC;
    }
    boolean namedRgb =
        frame.components().get(0).id() == 'R'
            && frame.components().get(1).id() == 'G'
            && frame.components().get(2).id() == 'B';
    return namedRgb ? ColorModel.RGB : ColorModel.YCC;
  }
}
