package org.casaba.codec.metadata;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;

/** A part of a file in memory, as if it were a file: an EXIF block is a TIFF file in itself. */
final class BlockContent implements Content {
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  private final ByteBuffer bytes;

  /**
   * @param block with or without the {@code Exif\0\0} that some formats put before it
   */
  BlockContent(byte[] block) {
    ByteBuffer all = ByteBuffer.wrap(block);
    boolean prefixed =
        block.length >= PREFIX.length
            && all.slice(0, PREFIX.length).equals(ByteBuffer.wrap(PREFIX));
    int start = prefixed ? PREFIX.length : 0;
    this.bytes = all.slice(start, block.length - start);
  }

  @Override
  public ContentVersion version() {
    return new ContentVersion(bytes.limit(), Instant.EPOCH, "");
  }

  @Override
  public int read(long position, ByteBuffer target) {
    if (position >= bytes.limit()) {
      return -1;
    }
    int length = (int) Math.min(target.remaining(), bytes.limit() - position);
    target.put(bytes.slice((int) position, length));
    return length;
  }

  @Override
  public void close() {}
}
