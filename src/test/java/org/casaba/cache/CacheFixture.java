package org.casaba.cache;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.casaba.iiif.Identifier;
import org.casaba.plan.DerivativeKey;

/** Keys, pictures and settings for tests. */
final class CacheFixture {
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  static final OutputStream NOWHERE = OutputStream.nullOutputStream();
  static final int MEGA = 1 << 20;

  private CacheFixture() {}

  static DerivativeSettings settings(Path folder) {
    return new DerivativeSettings(true, folder, 2 * MEGA, 32 * MEGA, Duration.ofHours(1), MEGA);
  }

  static DerivativeKey key(String image, int number) {
    return DerivativeKey.of(new Identifier(image), image, number);
  }

  static byte[] bytes(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static DerivativeCache.Drawing drawing(byte[] picture) {
    return out -> out.write(picture);
  }

  /** A drawing that must not be needed. */
  static DerivativeCache.Drawing none() {
    return _ -> {
      throw new IOException("drawn");
    };
  }

  /** Whether a picture is found without being drawn. */
  static boolean has(DerivativeCache cache, DerivativeKey key) throws IOException {
    try {
      return cache.picture(key, none(), NOWHERE).isPresent();
    } catch (IOException e) {
      if ("drawn".equals(e.getMessage())) {
        return false;
      }
      throw e;
    }
  }

  /** The picture, wherever it has been written. */
  static byte[] read(DerivativeCache cache, DerivativeKey key, DerivativeCache.Drawing drawing)
      throws IOException {
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    Optional<byte[]> whole = cache.picture(key, drawing, large);
    return whole.orElseGet(large::toByteArray);
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      pause();
    }
    assertTrue(condition.getAsBoolean());
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
