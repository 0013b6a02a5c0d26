package org.casaba.codec.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/** Photoshop's image resource blocks, one of which is where JPEG files keep IPTC. */
final class PhotoshopBlocks {
  private static final int SIGNATURE = 0x3842494D; // 8BIM
  private static final int IPTC = 0x0404;
  private static final int HEADER_LENGTH = 12;
  private static final int MOST = 10_000;

  private PhotoshopBlocks() {}

  /** Looks at the blocks from {@code start} to {@code end}, reading none but IPTC. */
  static void find(Content content, long start, long end, Findings findings) throws IOException {
    long at = start;
    for (int i = 0; end - at >= HEADER_LENGTH; i++) {
      ByteBuffer header = ByteBuffer.wrap(content.read(at, HEADER_LENGTH));
      if (i == MOST) {
        throw new DamagedImageException("It has too many Photoshop blocks");
      }
      if (header.getInt(0) != SIGNATURE) {
        throw new DamagedImageException("Its Photoshop blocks are damaged");
      }
      int name = Byte.toUnsignedInt(header.get(6)) + 1;
      long size = at + 6 + name + (name & 1);
      long data = size + Integer.BYTES;
      long length =
          Integer.toUnsignedLong(ByteBuffer.wrap(content.read(size, Integer.BYTES)).getInt());
      if (length > end - data) {
        throw new DamagedImageException("A Photoshop block reaches beyond its end");
      }
      if (header.getShort(4) == IPTC) {
        findings.iptc(findings.block(content, data, length));
      }
      at = data + length + (length & 1);
    }
  }
}
