package org.casaba.codec.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/** The chunks EXIF and XMP of a WebP file (RFC 9649 section 2.7.1.5). */
final class WebpChunks {
  private static final int EXIF = 0x46495845;
  private static final int XMP = 0x20504D58;

  /** As ImageMagick has written it. */
  private static final int XMP_ENDED = 0x00504D58;

  private static final int FIRST = 12;
  private static final int HEADER_LENGTH = 8;
  private static final int MOST = 100_000;

  private WebpChunks() {}

  static void find(Content content, Findings findings) throws IOException {
    long at = FIRST;
    for (int i = 0; at + HEADER_LENGTH <= content.size(); i++) {
      if (i == MOST) {
        throw new DamagedImageException("The WebP file has too many parts");
      }
      ByteBuffer header =
          ByteBuffer.wrap(content.read(at, HEADER_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
      int type = header.getInt();
      long length = Integer.toUnsignedLong(header.getInt());
      at += HEADER_LENGTH;
      if (type == EXIF) {
        findings.exif(findings.block(content, at, length));
      } else if (type == XMP || type == XMP_ENDED) {
        findings.xmp(findings.block(content, at, length));
      }
      at += length + (length & 1);
    }
  }
}
