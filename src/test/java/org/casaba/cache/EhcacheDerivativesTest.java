package org.casaba.cache;

import static org.casaba.cache.CacheFixture.MEGA;
import static org.casaba.cache.CacheFixture.NOON;
import static org.casaba.cache.CacheFixture.NOWHERE;
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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept pictures, on a real disk. */
final class EhcacheDerivativesTest {
  @TempDir private Path temporary;

  private Instant now = NOON;
  private final InstantSource clock = () -> now;

  private Path folder() {
    return temporary.resolve("derivatives");
  }

  private EhcacheDerivatives open() {
    EhcacheDerivatives cache =
        EhcacheDerivatives.open(settings(folder()), DerivativeRecord.NONE, clock);
    await(cache::isOnDisk);
    return cache;
  }

  @Test
  void whatFailedIsNoMissAndWhatIsTooLargeIsOne() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      DerivativeCache.Drawing failing =
          _ -> {
            throw new IOException("no room");
          };
      assertThrows(IOException.class, () -> cache.picture(key("a", 0), failing, NOWHERE));
      assertEquals(0, cache.state().missed());
      cache.picture(key("a", 0), drawing(bytes(1, 10)), NOWHERE);
      assertEquals(1, cache.state().missed());
      for (int i = 0; i < 2; i++) {
        cache.picture(key("b", 0), drawing(bytes(1, 5 * MEGA)), NOWHERE);
      }
      assertEquals(3, cache.state().missed());
    }
  }

  @Test
  void pictureIsMadeOnceAndFoundInMemory() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      byte[] picture = bytes(1, 15_000);
      assertArrayEquals(picture, read(cache, key("a", 1), drawing(picture)));
      byte[] found = cache.picture(key("a", 1), none(), NOWHERE).orElseThrow();
      assertArrayEquals(picture, found);
      assertSame(found, cache.picture(key("a", 1), none(), NOWHERE).orElseThrow());
      assertFalse(has(cache, key("a", 2)));
    }
  }

  @Test
  void orderlyRestartFindsAllThatDoesNotFitIntoMemory() throws IOException {
    int all = 10 * MEGA / 15_000;
    try (EhcacheDerivatives cache = open()) {
      for (int i = 0; i < all; i++) {
        read(cache, key("a", i), drawing(bytes(i, 15_000)));
      }
    }
    try (EhcacheDerivatives cache = open()) {
      for (int i = 0; i < all; i++) {
        assertArrayEquals(bytes(i, 15_000), read(cache, key("a", i), none()));
      }
    }
  }

  @Test
  void picturesAreCountedWhereTheyAreFound() throws IOException {
    byte[] picture = bytes(1, 15_000);
    try (EhcacheDerivatives cache = open()) {
      read(cache, key("a", 1), drawing(picture));
      assertTrue(has(cache, key("a", 1)));
      assertEquals(1, cache.state().heap().found());
      assertEquals(0, cache.state().disk().found());
      assertEquals(1, cache.state().heap().entries());
      assertEquals(1, cache.state().disk().entries());
    }
    try (EhcacheDerivatives cache = open()) {
      assertTrue(has(cache, key("a", 1)));
      assertTrue(has(cache, key("a", 1)));
      assertEquals(1, cache.state().heap().found());
      assertEquals(1, cache.state().disk().found());
    }
  }

  @Test
  void picturesInMemoryAloneAreCountedToo() throws IOException {
    DerivativeSettings memory =
        new DerivativeSettings(true, null, 2 * MEGA, 0, Duration.ofHours(1), MEGA);
    try (EhcacheDerivatives cache = EhcacheDerivatives.open(memory, DerivativeRecord.NONE, clock)) {
      cache.forgetAll(); // returns when it is open
      read(cache, key("a", 1), drawing(bytes(1, 15_000)));
      assertTrue(has(cache, key("a", 1)));
      assertEquals(1, cache.state().heap().found());
      assertEquals(1, cache.state().heap().entries());
      assertEquals(0, cache.state().disk().entries());
    }
  }

  @Test
  void killedServerStartsCleanAndWorks() throws IOException {
    Path copy = temporary.resolve("copy");
    try (EhcacheDerivatives cache = open()) {
      read(cache, key("a", 1), drawing(bytes(1, 15_000)));
      copy(folder(), copy); // what lies there while a server runs is what a killed one leaves
    }
    EhcacheDerivatives next = EhcacheDerivatives.open(settings(copy), DerivativeRecord.NONE, clock);
    try (next) {
      await(next::isOnDisk);
      assertFalse(has(next, key("a", 1)));
      read(next, key("a", 1), drawing(bytes(1, 15_000)));
      assertTrue(has(next, key("a", 1)));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void damagedPictureIsMadeAnew() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      for (int i = 0; i < 300; i++) {
        read(cache, key("a", i), drawing(bytes(i, 15_000)));
      }
    }
    Path data;
    try (Stream<Path> files = Files.walk(folder())) {
      data = files.filter(f -> f.toString().endsWith(".data")).findFirst().orElseThrow();
    }
    byte[] zeros = new byte[1000];
    try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
      for (long at = 200_000; at < file.length(); at += 7_000) {
        file.seek(at);
        file.write(zeros);
      }
    }
    try (EhcacheDerivatives cache =
        EhcacheDerivatives.open(settings(folder()), DerivativeRecord.NONE, clock)) {
      for (int i = 0; i < 300; i++) {
        assertArrayEquals(bytes(i, 15_000), read(cache, key("a", i), drawing(bytes(i, 15_000))));
      }
    }
  }

  @Test
  void fileInPlaceOfTheFolderLeavesMemory() throws IOException {
    Files.writeString(folder(), "mine");
    try (EhcacheDerivatives cache =
        EhcacheDerivatives.open(settings(folder()), DerivativeRecord.NONE, clock)) {
      awaitKept(cache);
      assertFalse(cache.isOnDisk());
    }
    assertEquals("mine", Files.readString(folder()));
  }

  @Test
  void foldersWithOtherFilesAreLeftAlone() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("picture.tif"), "mine");
    try (EhcacheDerivatives cache =
        EhcacheDerivatives.open(settings(folder()), DerivativeRecord.NONE, clock)) {
      awaitKept(cache);
      assertFalse(cache.isOnDisk());
    }
    try (Stream<Path> files = Files.list(folder())) {
      assertEquals(List.of(folder().resolve("picture.tif")), files.toList());
    }
  }

  @Test
  void secondOneOnAFolderHasItsMemoryUntilTheFirstIsClosed() throws IOException {
    EhcacheDerivatives first = open();
    try (EhcacheDerivatives second =
        EhcacheDerivatives.open(settings(folder()), DerivativeRecord.NONE, clock)) {
      try (first) {
        awaitKept(second);
        assertFalse(second.isOnDisk());
        read(first, key("a", 1), drawing(bytes(1, 15_000)));
        assertTrue(has(first, key("a", 1)));
      }
      await(second::isOnDisk);
      assertTrue(has(second, key("a", 1)));
    }
  }

  /** Waits until what is made is kept somewhere. */
  private static void awaitKept(EhcacheDerivatives cache) {
    await(() -> {
      try {
        read(cache, key("probe", 1), drawing(bytes(1, 100)));
        return has(cache, key("probe", 1));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void largePictureIsWrittenAsItIsMadeAndNotKept() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      byte[] large = bytes(1, MEGA + 1);
      for (int i = 0; i < 2; i++) {
        assertEquals(Optional.empty(), cache.picture(key("a", 1), drawing(large), NOWHERE));
        assertArrayEquals(large, read(cache, key("a", 1), drawing(large)));
      }
      assertEquals(Forgotten.of(0), cache.forgetAll());
    }
  }

  @Test
  void picturesGetOld() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      read(cache, key("a", 1), drawing(bytes(1, 100)));
      now = NOON.plus(Duration.ofMinutes(30));
      read(cache, key("a", 2), drawing(bytes(2, 100)));
      now = NOON.plus(Duration.ofHours(1));
      assertTrue(has(cache, key("a", 2)));
      assertEquals(Forgotten.of(1), cache.forgetExpired());
      assertEquals(Forgotten.of(0), cache.forgetExpired());
      assertFalse(has(cache, key("a", 1)));
      now = NOON.plus(Duration.ofHours(2));
      assertFalse(has(cache, key("a", 2)));
    }
  }

  @Test
  void oneImageIsForgotten() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      for (int i = 0; i < 5; i++) {
        read(cache, key("a", i), drawing(bytes(i, 100)));
        read(cache, key("b", i), drawing(bytes(i, 100)));
      }
      assertEquals(Forgotten.of(5), cache.forget(key("a", 0).image()));
      assertFalse(has(cache, key("a", 3)));
      assertTrue(has(cache, key("b", 3)));
      assertEquals(Forgotten.of(5), cache.forgetAll());
      assertFalse(has(cache, key("b", 3)));
    }
  }

  @Test
  void whatIsForgottenWhileItIsMadeIsNotKept() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      read(
          cache,
          key("a", 1),
          out -> {
            out.write(1);
            cache.forget(key("a", 1).image());
          });
      assertFalse(has(cache, key("a", 1)));
    }
  }

  @Test
  void whoAsksAfterForgettingDoesNotJoinWhoBeganBefore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch forgotten = new CountDownLatch(1);
    try (EhcacheDerivatives cache = open();
        ExecutorService threads = Executors.newFixedThreadPool(1)) {
      Future<byte[]> before =
          threads.submit(() ->
              read(
                  cache,
                  key("a", 1),
                  out -> {
                    begun.countDown();
                    awaitQuietly(forgotten);
                    out.write(1);
                  }));
      begun.await();
      cache.forget(key("b", 1).image());
      cache.forget(key("a", 1).image());
      assertArrayEquals(new byte[] {2}, read(cache, key("a", 1), out -> out.write(2)));
      forgotten.countDown();
      assertArrayEquals(new byte[] {1}, before.get());
      assertArrayEquals(new byte[] {2}, read(cache, key("a", 1), none()));
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void forgettingWaitsForTheDiskToBeOpened() throws IOException {
    keepTwo();
    try (EhcacheDerivatives cache =
        EhcacheDerivatives.open(settings(folder()), DerivativeRecord.NONE, clock)) {
      assertEquals(Forgotten.of(1), cache.forget(key("a", 1).image()));
      await(cache::isOnDisk);
      assertFalse(has(cache, key("a", 1)));
      assertTrue(has(cache, key("b", 1)));
    }
  }

  private void keepTwo() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      read(cache, key("a", 1), drawing(bytes(1, 100)));
      read(cache, key("b", 1), drawing(bytes(1, 100)));
    }
  }

  @Test
  void whatIsForgottenWhileTheDiskIsInUseByAnotherDoesNotComeBackWithIt() throws IOException {
    keepTwo();
    EhcacheDerivatives other = open();
    try (EhcacheDerivatives cache =
        EhcacheDerivatives.open(settings(folder()), DerivativeRecord.NONE, clock)) {
      assertEquals(Forgotten.of(0), cache.forget(key("a", 1).image()));
      assertTrue(has(other, key("a", 1)), "what is another's stays");
      other.close();
      await(cache::isOnDisk);
      assertFalse(has(cache, key("a", 1)));
      assertTrue(has(cache, key("b", 1)));
    }
  }

  @Test
  void forgettingTouchesNothingButPictures() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Path mine = Files.writeString(outside.resolve("mine.txt"), "mine");
    try (EhcacheDerivatives cache = open()) {
      read(cache, key("a", 1), drawing(bytes(1, 100)));
      Path stranger = Files.writeString(folder().resolve("stranger.txt"), "mine");
      Path link = Files.createSymbolicLink(folder().resolve("link"), outside);
      Path inside = Files.createSymbolicLink(folder().resolve("file/link"), outside);
      assertEquals(Forgotten.of(1), cache.forgetAll());
      assertEquals(Forgotten.of(0), cache.forgetExpired());
      for (Path each : List.of(mine, stranger, link.resolve("mine.txt"))) {
        assertEquals("mine", Files.readString(each));
      }
      assertTrue(Files.isSymbolicLink(inside));
    }
    assertEquals("mine", Files.readString(mine));
    try (EhcacheDerivatives cache =
        EhcacheDerivatives.open(settings(folder()), DerivativeRecord.NONE, clock)) {
      awaitKept(cache);
      assertFalse(cache.isOnDisk(), "a folder with other files is not used");
      cache.forgetAll();
    }
    assertEquals("mine", Files.readString(folder().resolve("stranger.txt")));
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void linksInTheFolderOfAKilledServerAreNotFollowed() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Path mine = Files.writeString(outside.resolve("mine.txt"), "mine");
    Path copy = temporary.resolve("copy");
    try (EhcacheDerivatives cache = open()) {
      read(cache, key("a", 1), drawing(bytes(1, 100)));
      copy(folder(), copy);
    }
    try (Stream<Path> all = Files.walk(copy.resolve("file"))) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        Files.createSymbolicLink(each.resolve("link"), outside);
      }
    }
    try (EhcacheDerivatives cache =
        EhcacheDerivatives.open(settings(copy), DerivativeRecord.NONE, clock)) {
      await(cache::isOnDisk);
      cache.forgetAll();
    }
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void nothingIsKeptWhenItIsDisabled() throws IOException {
    DerivativeSettings off =
        new DerivativeSettings(false, folder(), MEGA, MEGA, Duration.ofHours(1), MEGA);
    try (EhcacheDerivatives cache = EhcacheDerivatives.open(off, DerivativeRecord.NONE, clock)) {
      read(cache, key("a", 1), drawing(bytes(1, 100)));
      assertFalse(has(cache, key("a", 1)));
    }
    assertFalse(Files.exists(folder()));
  }

  @Test
  void closingEndsAllThreads() throws IOException {
    try (EhcacheDerivatives cache = open()) {
      for (int i = 0; i < 3000; i++) {
        read(cache, key("a", i), drawing(bytes(i, 15_000)));
      }
    }
    List<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.matches("casaba-deriv.*|Ehcache.*|MappedByteBuffer.*"))
            .toList();
    assertEquals(List.of(), left);
  }
}
