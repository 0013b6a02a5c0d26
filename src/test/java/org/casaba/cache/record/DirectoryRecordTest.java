package org.casaba.cache.record;

import static org.casaba.cache.record.Pictures.await;
import static org.casaba.cache.record.Pictures.find;
import static org.casaba.cache.record.Pictures.kept;
import static org.casaba.cache.record.Pictures.key;
import static org.casaba.cache.record.Pictures.picture;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.casaba.cache.DerivativeRecord;
import org.casaba.cache.Forgotten;
import org.casaba.cache.Kept;
import org.casaba.plan.DerivativeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryRecordTest {
  private static final long ENOUGH = 1 << 30;

  @TempDir private Path folder;

  private DirectoryRecord open() {
    return new DirectoryRecord(folder.resolve("record"), ENOUGH);
  }

  private static void keep(DerivativeRecord record, DerivativeKey key) throws Exception {
    record.keep(key, kept(key, 4000));
    await("kept", () -> find(record, key).isPresent());
  }

  private Path file(DerivativeKey key) {
    String image = key.image();
    return folder
        .resolve("record")
        .resolve(image.substring(0, 2))
        .resolve(image.substring(2, 4))
        .resolve(image.substring(4))
        .resolve(key.digest());
  }

  private static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatOneServerKeepsAnotherFinds() throws Exception {
    try (DirectoryRecord one = open();
        DirectoryRecord other = open()) {
      keep(one, key(1, 1));
      await("found", () -> find(other, key(1, 1)).isPresent());
      assertArrayEquals(picture(key(1, 1), 4000), find(other, key(1, 1)).orElseThrow());
      assertTrue(find(other, key(1, 2)).isEmpty());
    }
  }

  @Test
  void restartedServerFindsWhatItHadKept() throws Exception {
    try (DirectoryRecord before = open()) {
      // Not awaited: what waits is kept at the end.
      before.keep(key(1, 1), kept(key(1, 1), 100));
    }
    try (DirectoryRecord after = open()) {
      await("found", () -> find(after, key(1, 1)).isPresent());
    }
  }

  @Test
  void imageIsForgottenWithAllItsPicturesAndNoOthers() throws Exception {
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 1));
      keep(record, key(1, 2));
      keep(record, key(2, 1));
      assertEquals(Forgotten.of(2), record.forget(key(1, 1).image()));
      assertEquals(Forgotten.of(0), record.forget(key(1, 1).image()));
      assertTrue(find(record, key(1, 1)).isEmpty());
      assertTrue(find(record, key(2, 1)).isPresent());
      assertEquals(Forgotten.of(1), record.forgetAll());
      assertTrue(find(record, key(2, 1)).isEmpty());
      keep(record, key(1, 1));
    }
  }

  @Test
  void leastRecentlyUsedMakeRoom() throws Exception {
    long block = 4096;
    try (DirectoryRecord record = new DirectoryRecord(folder.resolve("record"), 100 * block)) {
      Instant longAgo = Instant.now().minus(Duration.ofHours(1));
      for (int i = 0; i < 100; i++) {
        keep(record, key(i, i));
        used(key(i, i), longAgo.plusSeconds(i));
      }
      assertTrue(find(record, key(0, 0)).isPresent(), "used now");
      keep(record, key(100, 100));
      await("made room", () -> !Files.exists(file(key(11, 11))));
      assertTrue(Files.exists(file(key(0, 0))));
      assertTrue(Files.exists(file(key(12, 12))));
      assertTrue(Files.exists(file(key(100, 100))));
      assertFalse(Files.exists(file(key(1, 1)).getParent()), "an empty folder");
    }
  }

  @Test
  void useIsNotedAndMakesNothingYounger() throws Exception {
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 1));
      Instant before = Instant.now().minusSeconds(90);
      used(key(1, 1), before);
      Instant made = before.minus(Duration.ofHours(1));
      Files.setLastModifiedTime(file(key(1, 1)), FileTime.from(made));
      assertTrue(find(record, key(1, 1)).isPresent());
      assertTrue(attributes(key(1, 1)).lastAccessTime().toInstant().isAfter(before));
      assertEquals(made.toEpochMilli(), record.find(key(1, 1), 0).map(Kept::since).orElseThrow());
    }
  }

  private BasicFileAttributes attributes(DerivativeKey key) throws IOException {
    return Files.readAttributes(file(key), BasicFileAttributes.class);
  }

  /** Has it look as if it had been made and used then. */
  private void used(DerivativeKey key, Instant when) throws IOException {
    FileTime time = FileTime.from(when);
    Files.getFileAttributeView(file(key), BasicFileAttributeView.class).setTimes(time, time, null);
  }

  @Test
  void picturesGetOld() throws Exception {
    try (DirectoryRecord record = open()) {
      Instant now = Instant.now();
      for (int i = 0; i < 4; i++) {
        keep(record, key(1, i));
        Files.setLastModifiedTime(file(key(1, i)), FileTime.from(now.minus(Duration.ofHours(i))));
      }
      long after = now.minus(Duration.ofMinutes(150)).toEpochMilli();
      assertTrue(record.find(key(1, 2), after).isPresent());
      assertTrue(record.find(key(1, 3), after).isEmpty());
      assertFalse(Files.exists(file(key(1, 3))));
      assertEquals(
          Forgotten.of(1), record.forgetBefore(now.minus(Duration.ofMinutes(90)).toEpochMilli()));
      assertEquals(Forgotten.of(2), record.forgetAll());
    }
  }

  @Test
  void killedServersLeaveNothingHalfWritten() throws Exception {
    Path record = folder.resolve("record");
    for (int i = 0; i < 3; i++) {
      try (BusyServerProcess process = new BusyServerProcess(record.toString(), ENOUGH, i)) {
        Thread.sleep(500 + 300 * i);
        process.kill();
      }
    }
    int pictures = 0;
    for (Path each : tree(record)) {
      if (each.getFileName().toString().length() == 32) {
        String name = each.getParent().getFileName() + "/" + each.getFileName();
        assertTrue(PictureFile.read(each, name).isPresent(), each.toString());
        pictures++;
      }
    }
    assertTrue(pictures > 0);
  }

  @Test
  void unfinishedFilesGoWhenTheyAreOld() throws Exception {
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 0));
    }
    Path aside = folder.resolve("record").resolve("aside");
    Path old = aside.resolve("01234567-89ab-cdef-0123-456789abcdef.part");
    Path fresh = aside.resolve("11234567-89ab-cdef-0123-456789abcdef.part");
    Path foreign = aside.resolve("letter.part");
    for (Path each : List.of(old, fresh, foreign)) {
      Files.writeString(each, "half");
    }
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    Files.setLastModifiedTime(old, longAgo);
    Files.setLastModifiedTime(foreign, longAgo);
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 1));
      await("removed", () -> !Files.exists(old));
      assertTrue(Files.exists(fresh));
      assertTrue(Files.exists(foreign));
    }
  }

  @Test
  void serversThatWriteAndRemoveAtOnceHinderNobody() throws Exception {
    long size = 4 << 20;
    Path record = folder.resolve("record");
    try (Diary diary = new Diary();
        DirectoryRecord here = new DirectoryRecord(record, size);
        BusyServerProcess one = new BusyServerProcess(record.toString(), size, 1);
        BusyServerProcess other = new BusyServerProcess(record.toString(), size, 2)) {
      for (int i = 0; i < 20; i++) {
        here.forget(key(i, 0).image());
        Thread.sleep(100);
      }
      for (BusyServerProcess each : List.of(one, other)) {
        String said = each.end();
        assertTrue(said.matches("found [1-9][0-9]*, wrong 0"), said);
      }
      assertEquals(List.of(), diary.lines());
    }
    Bound bound = new Bound(new RecordTree(record), size, Instant::now);
    bound.enforce();
    assertTrue(bound.taken() <= size);
  }

  @Test
  void folderWithOtherThingsIsLeftAlone() throws Exception {
    Path record = Files.createDirectory(folder.resolve("record"));
    Files.writeString(record.resolve("letter.txt"), "Dear Sir");
    try (Diary diary = new Diary();
        DirectoryRecord kept = open()) {
      await("reported", () -> !diary.lines().isEmpty());
      kept.keep(key(1, 1), kept(key(1, 1), 100));
      Forgotten nothing = kept.forgetAll();
      assertEquals(0, nothing.pictures());
      assertTrue(nothing.problems().getFirst().contains("other things"), nothing::toString);
      assertTrue(find(kept, key(1, 1)).isEmpty());
      assertEquals(1, diary.lines().size());
      assertTrue(diary.lines().getFirst().contains("other things"), diary.lines().getFirst());
    }
    assertEquals(List.of(record.resolve("letter.txt")), tree(record));
  }

  @Test
  void linksAreNotFollowed() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    List<Path> before;
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 1));
      Path first = file(key(1, 1)).getParent().getParent().getParent();
      Path moved = outside.resolve("moved");
      Files.move(first, moved);
      before = tree(outside);
      Files.createSymbolicLink(first, moved);
      assertTrue(find(record, key(1, 1)).isEmpty());
      record.keep(key(1, 2), kept(key(1, 2), 100));
      assertEquals(Forgotten.of(0), record.forget(key(1, 1).image()));
      assertEquals(Forgotten.of(0), record.forgetAll());
    }
    assertEquals(before, tree(outside));
  }

  @Test
  void linkInPlaceOfAPictureIsNotThere() throws Exception {
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 1));
      Path outside = folder.resolve("outside");
      Files.move(file(key(1, 1)), outside);
      Files.createSymbolicLink(file(key(1, 1)), outside);
      assertTrue(find(record, key(1, 1)).isEmpty());
      assertEquals(Forgotten.of(0), record.forgetAll());
      assertTrue(Files.exists(outside));
    }
  }

  @Test
  void damagedPictureIsNotThereAndIsKeptAnew() throws Exception {
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 1));
      byte[] bytes = Files.readAllBytes(file(key(1, 1)));
      bytes[100]++;
      Files.write(file(key(1, 1)), bytes);
      assertTrue(find(record, key(1, 1)).isEmpty());
      Files.write(file(key(1, 1)), new byte[0]);
      assertTrue(find(record, key(1, 1)).isEmpty());
      keep(record, key(1, 1));
    }
  }

  @Test
  void deletedTreeIsMadeAnew() throws Exception {
    try (Diary diary = new Diary();
        DirectoryRecord record = open()) {
      keep(record, key(1, 1));
      try (Stream<Path> all = Files.walk(folder.resolve("record"))) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
      assertTrue(find(record, key(1, 1)).isEmpty());
      keep(record, key(1, 1));
      assertEquals(List.of(), diary.lines());
    }
  }

  @Test
  void whatCannotBeWrittenIsReportedOnceAndTriedAgain() throws Exception {
    Path record = folder.resolve("record");
    Files.writeString(record, "a file in its place");
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    try (Diary diary = new Diary();
        DirectoryRecord kept = new DirectoryRecord(record, ENOUGH, now::get)) {
      await("reported", () -> !diary.lines().isEmpty());
      for (int i = 0; i < 10; i++) {
        kept.keep(key(1, i), kept(key(1, i), 100));
        assertTrue(find(kept, key(1, i)).isEmpty());
        now.set(now.get().plus(Duration.ofHours(1)));
        Thread.sleep(20);
      }
      assertEquals(1, diary.lines().size(), diary.lines().toString());
      Files.delete(record);
      await(
          "kept again",
          () -> {
            now.set(now.get().plus(Duration.ofHours(1)));
            kept.keep(key(1, 1), kept(key(1, 1), 100));
            return find(kept, key(1, 1)).isPresent();
          });
      assertEquals(2, diary.lines().size(), diary.lines().toString());
    }
  }

  @Test
  void threadsEnd() throws Exception {
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 1));
    }
    await(
        "ended",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(each -> each.getName().startsWith("casaba-record")));
  }

  @Test
  void treeThatIsAwayIsAProblem() throws Exception {
    try (DirectoryRecord record = open()) {
      keep(record, key(1, 1));
      Path root = folder.resolve("record");
      Path away = folder.resolve("away");
      Files.move(root, away);
      assertEquals(1, record.forgetAll().problems().size());
      Files.createDirectory(root);
      assertEquals(1, record.forget(key(1, 1).image()).problems().size());
      Files.delete(root);
      Files.writeString(root, "no folder");
      assertEquals(1, record.forgetBefore(Long.MAX_VALUE).problems().size());
      Files.delete(root);
      Files.move(away, root);
      assertEquals(Forgotten.of(1), record.forgetAll());
    }
  }

  @Test
  void forgettingAtTheStartFindsWhatWasKept() throws Exception {
    try (DirectoryRecord before = open()) {
      before.keep(key(1, 1), kept(key(1, 1), 100));
    }
    try (DirectoryRecord after = open()) {
      assertEquals(Forgotten.of(1), after.forgetAll());
    }
  }
}
