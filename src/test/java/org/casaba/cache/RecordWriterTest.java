package org.casaba.cache;

import static org.casaba.cache.CacheFixture.NOON;
import static org.casaba.cache.CacheFixture.await;
import static org.casaba.cache.CacheFixture.bytes;
import static org.casaba.cache.CacheFixture.drawing;
import static org.casaba.cache.CacheFixture.key;
import static org.casaba.cache.CacheFixture.none;
import static org.casaba.cache.CacheFixture.read;
import static org.casaba.cache.CacheFixture.settings;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.casaba.plan.DerivativeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beyond the life of a server. */
final class RecordWriterTest {
  @TempDir private Path folder;

  /** A record in memory, which may be made to wait. */
  private static final class Shelf implements DerivativeRecord {
    private final Map<DerivativeKey, byte[]> pictures = new ConcurrentHashMap<>();
    private final CountDownLatch open;
    private volatile boolean closed;

    private Shelf(CountDownLatch open) {
      this.open = open;
    }

    @Override
    public Optional<byte[]> find(DerivativeKey key) {
      return Optional.ofNullable(pictures.get(key));
    }

    @Override
    public void keep(DerivativeKey key, byte[] picture) {
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      pictures.put(key, picture);
    }

    @Override
    public long forget(String image) {
      long before = pictures.size();
      pictures.keySet().removeIf(key -> key.image().equals(image));
      return before - pictures.size();
    }

    @Override
    public long forgetAll() {
      long before = pictures.size();
      pictures.clear();
      return before;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private EhcacheDerivatives open(DerivativeRecord kept) {
    EhcacheDerivatives cache = EhcacheDerivatives.open(settings(folder), kept, () -> NOON);
    await(cache::isOnDisk);
    return cache;
  }

  @Test
  void newServerFindsWhatAnotherHasMade() throws IOException {
    Shelf shelf = new Shelf(new CountDownLatch(0));
    byte[] picture = bytes(1, 15_000);
    try (EhcacheDerivatives cache = open(shelf)) {
      read(cache, key("a", 1), drawing(picture));
    }
    assertTrue(shelf.closed);
    assertEquals(1, shelf.pictures.size());
    try (EhcacheDerivatives cache = open(new Shelf(new CountDownLatch(0)))) {
      cache.forgetAll();
    }
    try (EhcacheDerivatives cache = open(shelf)) {
      assertArrayEquals(picture, read(cache, key("a", 1), none()));
      assertEquals(1, cache.forget(key("a", 1).image()));
      assertEquals(0, shelf.pictures.size());
    }
  }

  @Test
  void nobodyWaitsForASlowRecordWhichGetsWhatItCanTake() throws IOException {
    CountDownLatch open = new CountDownLatch(1);
    Shelf shelf = new Shelf(open);
    try (EhcacheDerivatives cache = open(shelf)) {
      for (int i = 0; i < 2000; i++) {
        read(cache, key("a", i), drawing(bytes(i, 100)));
      }
      open.countDown();
    }
    assertTrue(shelf.pictures.size() >= 1000, () -> "" + shelf.pictures.size());
    assertTrue(shelf.pictures.size() < 2000, () -> "" + shelf.pictures.size());
  }
}
