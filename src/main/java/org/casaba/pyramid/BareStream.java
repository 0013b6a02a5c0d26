package org.casaba.pyramid;

import java.io.ByteArrayOutputStream;
import org.casaba.codec.DamagedImageException;

/** JPEG streams as they stand in a TIFF file: what the directory says is not in them too. */
final class BareStream {
  private static final int FIRST_APP = 0xE0;
  private static final int LAST_APP = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final int START_OF_SCAN = 0xDA;

  private BareStream() {}

  /** A complete JPEG file without its application segments and comments. */
  static byte[] of(byte[] file) throws DamagedImageException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, 2);
    int at = 2;
    while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
      int marker = file[at + 1] & 0xFF;
      if (marker == START_OF_SCAN) {
        out.write(file, at, file.length - at);
        return out.toByteArray();
      }
      int end = at + 2 + 256 * (file[at + 2] & 0xFF) + (file[at + 3] & 0xFF);
      boolean application = marker >= FIRST_APP && marker <= LAST_APP;
      if (!application && marker != COMMENT) {
        out.write(file, at, Math.min(end, file.length) - at);
      }
      at = end;
    }
    throw new DamagedImageException("A JPEG tile has no scan");
  }
}
