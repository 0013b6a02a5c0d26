package org.casaba.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelLayout;
import org.casaba.jpeg.FileHead;

/** How files begin that embed what is asked for. */
final class FileHeads {
  private FileHeads() {}

  /** Of a file of gray or YCbCr components. */
  static FileHead jfif(EncodeOptions options, PixelLayout layout) {
    return head(options, layout, false);
  }

  /** Of a file of red, green and blue components. */
  static FileHead rgb(EncodeOptions options) {
    return head(options, PixelLayout.RGB, true);
  }

  private static FileHead head(EncodeOptions options, PixelLayout layout, boolean rgb) {
    List<byte[]> app1 = new ArrayList<>(options.carried());
    options.xmp().map(XmpSegments::of).ifPresent(app1::addAll);
    byte[] icc = options.iccProfile().flatMap(p -> IccProfile.usable(p, layout)).orElse(null);
    return new FileHead(rgb, app1, icc);
  }
}
