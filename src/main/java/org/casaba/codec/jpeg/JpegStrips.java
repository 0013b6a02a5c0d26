package org.casaba.codec.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StripFile;
import org.casaba.codec.Strips;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.BaselineEncoder;
import org.casaba.jpeg.Sampling;

/**
 * A JPEG whose rows of MCUs are parted by restart markers, so that strips of them can be joined.
 */
record JpegStrips(Strips strips, Sampling sampling, PixelLayout layout, EncodeOptions options)
    implements StripFile {
  private static final int END_OF_IMAGE = 0xFFD9;

  @Override
  public void head(OutputStream out) throws IOException {
    BaselineEncoder encoder = encoder(out, strips.size(), 0);
    encoder.header(FileHeads.jfif(options, layout));
    encoder.flush();
  }

  @Override
  public void strip(int index, PixelRows rows, OutputStream out) throws IOException {
    Dimensions size = new Dimensions(rows.width(), rows.height());
    BaselineEncoder encoder = encoder(out, size, strips.from(index));
    byte[] row = new byte[size.width() * layout.bands()];
    for (int y = 0; y < size.height(); y++) {
      rows.next(row);
      encoder.row(row);
    }
    encoder.flush();
  }

  private BaselineEncoder encoder(OutputStream out, Dimensions size, int rowsBefore) {
    BaselineEncoder encoder = new BaselineEncoder(out, size, sampling, options.jpegQuality());
    encoder.restarting(rowsBefore);
    return encoder;
  }

  @Override
  public void tail(OutputStream out) throws IOException {
    out.write(END_OF_IMAGE >> 8);
    out.write(END_OF_IMAGE);
  }
}
