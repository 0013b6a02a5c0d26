package org.casaba.cache.record;

import static org.casaba.cache.record.Pictures.await;
import static org.casaba.cache.record.Pictures.find;
import static org.casaba.cache.record.Pictures.kept;
import static org.casaba.cache.record.Pictures.key;
import static org.casaba.cache.record.Pictures.picture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.casaba.cache.DerivativeRecord;
import org.casaba.plan.DerivativeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a Terracotta server of its own. */
final class ClusteredRecordIT {
  private static final long SIZE = 48 << 20;
  private static final Pattern THREADS =
      Pattern.compile("casaba-cluster.*|.*(Ehcache|Lease|HealthCheck|TCComm|ConnectionEst).*");

  @TempDir private Path folder;

  private static void keep(DerivativeRecord record, DerivativeKey key) throws Exception {
    await(
        "kept",
        () -> {
          record.keep(key, kept(key, 15_000));
          return find(record, key).isPresent();
        });
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> THREADS.matcher(name).matches())
        .toList();
  }

  @Test
  void whatOneServerKeepsTheOthersFind() throws Exception {
    try (TerracottaServer terracotta = new TerracottaServer(folder)) {
      terracotta.start();
      String address = terracotta.address().toString();
      try (ClusteredRecord here = new ClusteredRecord(terracotta.address(), SIZE)) {
        keep(here, key(1, 100));
        try (BusyServerProcess one = new BusyServerProcess(address, SIZE, 1);
            BusyServerProcess other = new BusyServerProcess(address, SIZE, 2)) {
          await("found what others keep", () -> countOfOthers(here) > 10);
          for (BusyServerProcess each : List.of(one, other)) {
            String said = each.end();
            assertTrue(said.matches("found [1-9][0-9]*, wrong 0"), said);
          }
        }
        await("still there", () -> find(here, key(1, 100)).isPresent());
        long kept = countOfOthers(here);
        assertTrue(here.forget(key(1, 0).image()).pictures() > 0);
        assertTrue(find(here, key(1, 100)).isEmpty());
        assertTrue(countOfOthers(here) > kept / 2, "those of other images");
        assertTrue(here.forgetAll().pictures() > 0);
        assertEquals(0, countOfOthers(here));
      }
    }
    await("threads ended", () -> threads().isEmpty());
  }

  private static long countOfOthers(DerivativeRecord record) {
    long found = 0;
    for (int image = 0; image < 20; image++) {
      for (int picture = 0; picture < 5; picture++) {
        found += find(record, key(image, picture)).isPresent() ? 1 : 0;
      }
    }
    return found;
  }

  @Test
  void serverThatIsMissingOrDiesIsDoneWithoutUntilItReturns() throws Exception {
    try (Diary diary = new Diary();
        TerracottaServer terracotta = new TerracottaServer(folder);
        ClusteredRecord record = new ClusteredRecord(terracotta.address(), SIZE)) {
      assertTrue(find(record, key(1, 1)).isEmpty());
      await("reported", () -> diary.lines().size() == 1);
      terracotta.start();
      keep(record, key(1, 1));
      terracotta.kill();
      for (int i = 0; i < 20; i++) {
        assertTrue(find(record, key(1, 1)).isEmpty());
        record.keep(key(1, 1), kept(key(1, 1), 15_000));
        Thread.sleep(50);
      }
      assertEquals(1, record.forgetAll().problems().size());
      terracotta.start();
      keep(record, key(1, 1));
      // Missing, there, dead, there: each is told once, however often it has been tried. On a busy
      // machine it may seem gone once more.
      assertTrue(diary.lines().size() <= 6, diary.lines().toString());
    }
    await("threads ended", () -> threads().isEmpty());
  }

  @Test
  void threadsEndThoughTheServerIsDead() throws Exception {
    try (TerracottaServer terracotta = new TerracottaServer(folder)) {
      terracotta.start();
      try (ClusteredRecord record = new ClusteredRecord(terracotta.address(), SIZE)) {
        keep(record, key(1, 1));
        terracotta.kill();
      }
    }
    await("threads ended", () -> threads().isEmpty());
  }

  @Test
  void nothingHoldsTheApplicationsClassLoader() throws Exception {
    try (TerracottaServer terracotta = new TerracottaServer(folder)) {
      terracotta.start();
      WeakReference<ClassLoader> loader = new WeakReference<>(used(terracotta.address()));
      await(
          "collected",
          () -> {
            System.gc();
            return loader.refersTo(null);
          });
    }
  }

  /** A class loader as an application has it, in which a record has been open. */
  private static ClassLoader used(URI server) throws Exception {
    List<URL> places = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      places.add(Path.of(each).toUri().toURL());
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      Class<?> user = loader.loadClass(OnceUsed.class.getName());
      user.getDeclaredMethod("use", URI.class).invoke(null, server);
      return loader;
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
