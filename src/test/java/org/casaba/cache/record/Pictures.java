package org.casaba.cache.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.casaba.cache.DerivativeRecord;
import org.casaba.cache.Kept;
import org.casaba.plan.DerivativeKey;

/** Keys, and bytes that can be told from those of any other key. */
final class Pictures {
  private Pictures() {}

  /** The key of one of the pictures of one of the images. */
  static DerivativeKey key(int image, int picture) {
    return new DerivativeKey(digest(image), digest(1_000_000 * image + picture + 1));
  }

  static String digest(int seed) {
    byte[] bytes = new byte[16];
    new Random(seed).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static byte[] picture(DerivativeKey key, int length) {
    byte[] bytes = new byte[length];
    new Random(key.hashCode()).nextBytes(bytes);
    return bytes;
  }

  /** The picture, made now. */
  static Kept kept(DerivativeKey key, int length) {
    return new Kept(System.currentTimeMillis(), picture(key, length));
  }

  /** A picture in a record, whenever it was made. */
  static Optional<byte[]> find(DerivativeRecord record, DerivativeKey key) {
    return record.find(key, 0).map(Kept::picture);
  }

  /** What is done in the background is done within half a minute. */
  static void await(String what, BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 1500 && !done.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertTrue(done.getAsBoolean(), what);
  }
}
