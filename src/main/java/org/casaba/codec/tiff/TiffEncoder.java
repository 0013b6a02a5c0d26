package org.casaba.codec.tiff;

import java.io.IOException;
import java.io.OutputStream;
import org.casaba.codec.BitRow;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.XmpPacket;
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
    boolean bitonal = options.bitonal() && rows.layout() == PixelLayout.GRAY;
    byte[] profile =
        options.iccProfile().flatMap(p -> IccProfile.usable(p, rows.layout())).orElse(null);
    TiffHead head =
        new TiffHead(
            rows.width(),
            rows.height(),
            rows.layout(),
            bitonal ? 1 : 8,
            profile,
            options.xmp().map(XmpPacket::bytes).orElse(null));
    out.write(head.bytes(longestClassic));
    byte[] row = new byte[rows.width() * rows.layout().bands()];
    byte[] packed = bitonal ? new byte[BitRow.length(rows.width())] : row;
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      if (bitonal) {
        BitRow.pack(row, packed, 0);
      }
      out.write(packed);
    }
  }
}
