package org.casaba.codec.tiff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StripFile;
import org.casaba.codec.Strips;
import org.casaba.codec.XmpPacket;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.Format;

/**
 * Writes TIFF in uncompressed strips, 8 bits a sample, or 1 bit for bitonal gray, with the profile
 * if it fits the pixels. The directory comes first, so that rows can be sent as they come: that is
 * why nothing is compressed. Files of 4 GB and more are BigTIFF.
 */
public final class TiffEncoder implements Encoder {
  private static final long LONGEST_CLASSIC = 0xFFFFFFFFL;

  private final long longestClassic;

  public TiffEncoder() {
    this(LONGEST_CLASSIC);
  }

  /**
   * @param longestClassic length in bytes beyond which a file becomes BigTIFF
   */
  TiffEncoder(long longestClassic) {
    this.longestClassic = longestClassic;
  }

  @Override
  public Format format() {
    return Format.TIF;
  }

  @Override
  public void encode(PixelRows rows, EncodeOptions options, OutputStream out) throws IOException {
    Dimensions size = new Dimensions(rows.width(), rows.height());
    StripFile file = new TiffStrips(head(size, rows.layout(), options), longestClassic);
    file.head(out);
    file.strip(0, rows, out);
    file.tail(out);
  }

  @Override
  public Optional<StripFile> inStrips(Strips strips, PixelLayout layout, EncodeOptions options) {
    return Optional.of(new TiffStrips(head(strips.size(), layout, options), longestClassic));
  }

  private static TiffHead head(Dimensions size, PixelLayout layout, EncodeOptions options) {
    boolean bitonal = options.bitonal() && layout == PixelLayout.GRAY;
    return new TiffHead(
        size.width(),
        size.height(),
        layout,
        bitonal ? 1 : 8,
        options.iccProfile().flatMap(p -> IccProfile.usable(p, layout)).orElse(null),
        options.xmp().map(XmpPacket::bytes).orElse(null));
  }
}
