package org.casaba.codec;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;

/** Content in memory that counts what is read of it and gives few bytes at a time. */
public final class BytesContent implements Content {
  private static final int MOST_AT_ONCE = 50_000;

  private final byte[] bytes;
  private long bytesRead;

  public BytesContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /** How many bytes have been read so far, repetitions included. */
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  public ContentVersion version() {
    return new ContentVersion(bytes.length, Instant.EPOCH, "");
  }

  @Override
  public int read(long position, ByteBuffer target) {
    if (position >= bytes.length) {
      return -1;
    }
    int count = Math.min(Math.min(target.remaining(), MOST_AT_ONCE), bytes.length - (int) position);
    target.put(bytes, (int) position, count);
    bytesRead += count;
    return count;
  }

  @Override
  public void close() {}
}
