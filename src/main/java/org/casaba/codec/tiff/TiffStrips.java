package org.casaba.codec.tiff;

import java.io.IOException;
import java.io.OutputStream;
import org.casaba.codec.BitRow;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StripFile;

/**
 * A TIFF file whose rows follow each other uncompressed behind the directory, however they are cut
 * when they are made.
 */
record TiffStrips(TiffHead directory, long longestClassic) implements StripFile {

  @Override
  public void head(OutputStream out) throws IOException {
    out.write(directory.bytes(longestClassic));
  }

  @Override
  public void strip(int index, PixelRows rows, OutputStream out) throws IOException {
    boolean bitonal = directory.depth() == 1;
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

  @Override
  public void tail(OutputStream out) {}
}
