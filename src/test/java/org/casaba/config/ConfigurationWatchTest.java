package org.casaba.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationWatchTest {
  private static final Logger LOG = Logger.getLogger(ConfigurationWatch.class.getName());

  private final List<Long> areas = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();

  @TempDir Path base;
  private Path file;
  private SettingsLoader loader;

  @BeforeEach
  void makeLoader() throws IOException {
    file = Files.createDirectory(base.resolve("conf")).resolve("casaba.properties");
    loader =
        new SettingsLoader(
            new Surroundings(Map.of(), Map.of("catalina.base", base.toString()), null, base));
  }

  @BeforeEach
  void keepTheLog() {
    LOG.setUseParentHandlers(false);
    LOG.setFilter(line -> {
      logged.add(line.getMessage());
      return false;
    });
  }

  @AfterEach
  void releaseTheLog() {
    LOG.setUseParentHandlers(true);
    LOG.setFilter(null);
  }

  private ConfigurationWatch watch() {
    return new ConfigurationWatch(loader, s -> areas.add(area(s)), Duration.ofHours(1));
  }

  private static long area(Settings settings) {
    return settings.plan().limits().maxArea();
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private static void lookTwice(ConfigurationWatch watch) {
    watch.look();
    watch.look();
  }

  @Test
  void unchangedFileIsNotReadAgain() throws IOException {
    write("limits.max_area = 1");
    ConfigurationWatch watch = watch();
    lookTwice(watch);
    lookTwice(watch);
    assertEquals(List.of(), areas);
  }

  @Test
  void changeIsFollowedOnceItHasSettled() throws IOException {
    write("limits.max_area = 1");
    ConfigurationWatch watch = watch();
    write("limits.max_area = 22");
    watch.look();
    assertEquals(List.of(), areas);
    write("limits.max_area = 22\nlimits.max_scale = 3");
    watch.look();
    assertEquals(List.of(), areas);
    watch.look();
    watch.look();
    assertEquals(List.of(22L), areas);
  }

  @Test
  void fileMayComeAndGo() throws IOException {
    ConfigurationWatch watch = watch();
    lookTwice(watch);
    write("limits.max_area = 1");
    lookTwice(watch);
    Files.delete(file);
    lookTwice(watch);
    lookTwice(watch);
    assertEquals(List.of(1L, 100_000_000L), areas);
  }

  @Test
  void fileThatGoesAndComesBackBetweenLooksIsTheSame() throws IOException {
    write("limits.max_area = 1");
    ConfigurationWatch watch = watch();
    Path away = Files.move(file, base.resolve("away"));
    watch.look();
    Files.move(away, file);
    lookTwice(watch);
    assertEquals(List.of(), areas);
  }

  @Test
  void replacedFileIsNoticedEvenIfSizeAndTimeAreTheSame() throws IOException {
    write("limits.max_area = 1");
    ConfigurationWatch watch = watch();
    Path other = Files.writeString(base.resolve("other"), "limits.max_area = 2");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    lookTwice(watch);
    assertEquals(List.of(2L), areas);
  }

  @Test
  void mistakesAreSaidOnceAndChangeNothingUntilTheyAreGone() throws IOException {
    ConfigurationWatch watch = watch();
    write("limits.max_area = none");
    lookTwice(watch);
    lookTwice(watch);
    assertEquals(List.of(), areas);
    assertEquals(1, logged.size());
    assertTrue(logged.getFirst().contains(file + ", line 1: limits.max_area"), logged.getFirst());
    write("limits.max_area = 3");
    lookTwice(watch);
    assertEquals(List.of(3L), areas);
  }

  @Test
  void bugsDoNotEndTheWatch() throws IOException {
    ConfigurationWatch watch =
        new ConfigurationWatch(
            loader,
            s -> {
              areas.add(area(s));
              throw new IllegalStateException("not now");
            },
            Duration.ofHours(1));
    write("limits.max_area = 1");
    lookTwice(watch);
    write("limits.max_area = 22");
    lookTwice(watch);
    assertEquals(List.of(1L, 22L), areas);
  }

  @Test
  void looksByItselfUntilClosed() throws Exception {
    BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
    try (ConfigurationWatch watch =
        new ConfigurationWatch(loader, s -> seen.add(area(s)), Duration.ofMillis(10))) {
      watch.start();
      write("limits.max_area = 5");
      Long area;
      do {
        area = seen.poll(30, TimeUnit.SECONDS);
        assertNotNull(area);
      } while (area != 5); // the file may have been seen empty
    }
  }
}
