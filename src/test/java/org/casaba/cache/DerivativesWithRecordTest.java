package org.casaba.cache;

import static org.casaba.cache.CacheFixture.MEGA;
import static org.casaba.cache.CacheFixture.NOON;
import static org.casaba.cache.CacheFixture.await;
import static org.casaba.cache.CacheFixture.bytes;
import static org.casaba.cache.CacheFixture.drawing;
import static org.casaba.cache.CacheFixture.has;
import static org.casaba.cache.CacheFixture.key;
import static org.casaba.cache.CacheFixture.none;
import static org.casaba.cache.CacheFixture.read;
import static org.casaba.cache.CacheFixture.settings;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.casaba.plan.DerivativeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beyond the life of a server. */
final class DerivativesWithRecordTest {
  @TempDir private Path folder;

  private Instant now = NOON;

  /** A record in memory. */
  private static final class Shelf implements DerivativeRecord {
    private final Map<DerivativeKey, Kept> pictures = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private String obstacle = "";

    @Override
    public Optional<Kept> find(DerivativeKey key, long after) {
      return Optional.ofNullable(pictures.get(key)).filter(kept -> kept.since() >= after);
    }

    @Override
    public void keep(DerivativeKey key, Kept kept) {
      pictures.put(key, kept);
    }

    @Override
    public Forgotten forget(String image) {
      long before = pictures.size();
      pictures.keySet().removeIf(key -> key.image().equals(image));
      return forgotten(before - pictures.size());
    }

    @Override
    public Forgotten forgetAll() {
      long before = pictures.size();
      pictures.clear();
      return forgotten(before);
    }

    @Override
    public Forgotten forgetBefore(long time) {
      long before = pictures.size();
      pictures.values().removeIf(kept -> kept.since() < time);
      return forgotten(before - pictures.size());
    }

    private Forgotten forgotten(long count) {
      return new Forgotten(count, obstacle.isEmpty() ? List.of() : List.of(obstacle));
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private EhcacheDerivatives open(DerivativeRecord kept) {
    EhcacheDerivatives cache = EhcacheDerivatives.open(settings(folder), kept, () -> now);
    await(cache::isOnDisk);
    return cache;
  }

  @Test
  void newServerFindsWhatAnotherHasMade() throws IOException {
    Shelf shelf = new Shelf();
    byte[] picture = bytes(1, 15_000);
    try (EhcacheDerivatives cache = open(shelf)) {
      read(cache, key("a", 1), drawing(picture));
    }
    assertTrue(shelf.closed);
    assertEquals(1, shelf.pictures.size());
    try (EhcacheDerivatives cache = open(new Shelf())) {
      cache.forgetAll();
    }
    try (EhcacheDerivatives cache = open(shelf)) {
      assertArrayEquals(picture, read(cache, key("a", 1), none()));
      assertEquals(Forgotten.of(1), cache.forget(key("a", 1).image()));
      assertEquals(0, shelf.pictures.size());
    }
  }

  @Test
  void pictureFromTheRecordIsNoYoungerHere() throws IOException {
    Shelf shelf = new Shelf();
    try (EhcacheDerivatives cache = open(shelf)) {
      read(cache, key("a", 1), drawing(bytes(1, 100)));
    }
    now = NOON.plus(Duration.ofMinutes(59));
    try (EhcacheDerivatives cache = open(shelf)) {
      cache.forgetAll();
      shelf.keep(key("a", 1), new Kept(NOON.toEpochMilli(), bytes(1, 100)));
      assertTrue(has(cache, key("a", 1)));
      now = NOON.plus(Duration.ofMinutes(61));
      assertFalse(has(cache, key("a", 1)));
      assertEquals(Forgotten.of(1), cache.forgetExpired());
      assertEquals(0, shelf.pictures.size());
    }
  }

  @Test
  void recordWorksWithoutACacheHere() throws IOException {
    DerivativeSettings off =
        new DerivativeSettings(false, folder, MEGA, MEGA, Duration.ofHours(1), MEGA);
    try (EhcacheDerivatives cache = EhcacheDerivatives.open(off, new Shelf(), () -> now)) {
      read(cache, key("a", 1), drawing(bytes(1, 100)));
      assertTrue(has(cache, key("a", 1)));
      assertEquals(Forgotten.of(1), cache.forget(key("a", 1).image()));
      assertFalse(has(cache, key("a", 1)));
    }
  }

  @Test
  void whatTheRecordCannotForgetIsToldAndTheRestIsForgotten() throws IOException {
    Shelf stuck = new Shelf();
    stuck.obstacle = "It is nailed up.";
    try (EhcacheDerivatives cache = open(stuck)) {
      read(cache, key("a", 1), drawing(bytes(1, 100)));
      stuck.pictures.clear();
      assertEquals(
          new Forgotten(1, List.of("It is nailed up.")), cache.forget(key("a", 1).image()));
      assertFalse(has(cache, key("a", 1)));
      assertEquals(new Forgotten(0, List.of("It is nailed up.")), cache.forgetAll());
      assertEquals(new Forgotten(0, List.of("It is nailed up.")), cache.forgetExpired());
    }
  }
}
