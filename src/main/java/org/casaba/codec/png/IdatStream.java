package org.casaba.codec.png;

import java.io.IOException;
import java.io.InputStream;

/** The data of the IDAT chunks, which follow each other, as one stream (section 11.2.3). */
final class IdatStream extends InputStream {
  private final ChunkReader chunks;
  private boolean ended;

  /**
   * @param chunks with the first IDAT as its current chunk, none of it read
   */
  IdatStream(ChunkReader chunks) {
    this.chunks = chunks;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended && chunks.left() == 0) {
      chunks.finish();
      chunks.next();
      ended = chunks.type() != PngDecoder.IDAT;
    }
    return ended ? -1 : chunks.read(target, offset, length);
  }
}
