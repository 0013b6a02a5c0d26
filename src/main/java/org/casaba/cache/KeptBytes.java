package org.casaba.cache;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.ehcache.spi.serialization.Serializer;
import org.ehcache.spi.serialization.SerializerException;

/**
 * Kept pictures as Ehcache stores them: a checksum, the time, the bytes. The checksum finds what a
 * full disk has not taken in whole: such a picture is as good as none.
 */
public final class KeptBytes implements Serializer<Kept> {
  private static final int HEAD = Integer.BYTES + Long.BYTES;

  @Override
  public ByteBuffer serialize(Kept kept) {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + kept.picture().length);
    bytes.position(Integer.BYTES);
    bytes.putLong(kept.since()).put(kept.picture()).position(Integer.BYTES);
    bytes.putInt(0, checksum(bytes));
    return bytes.position(0);
  }

  @Override
  public Kept read(ByteBuffer bytes) {
    if (bytes.remaining() < HEAD || bytes.getInt() != checksum(bytes.duplicate())) {
      throw new SerializerException("a kept picture is damaged");
    }
    long since = bytes.getLong();
    byte[] picture = new byte[bytes.remaining()];
    bytes.get(picture);
    return new Kept(since, picture);
  }

  @Override
  public boolean equals(Kept kept, ByteBuffer bytes) {
    return serialize(kept).equals(bytes);
  }

  private static int checksum(ByteBuffer rest) {
    CRC32C sum = new CRC32C();
    sum.update(rest);
    return (int) sum.getValue();
  }
}
