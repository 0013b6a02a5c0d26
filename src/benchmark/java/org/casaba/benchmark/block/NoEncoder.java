package org.casaba.benchmark.block;

import java.io.IOException;
import java.io.OutputStream;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelRows;
import org.casaba.iiif.Format;

/** Pulls the rows, and writes only one byte of each. */
record NoEncoder(Format format) implements Encoder {
  @Override
  public void encode(PixelRows rows, EncodeOptions options, OutputStream out) throws IOException {
    byte[] row = new byte[rows.width() * rows.layout().bands()];
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      out.write(row[0]);
    }
  }
}
