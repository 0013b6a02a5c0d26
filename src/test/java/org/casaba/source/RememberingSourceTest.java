package org.casaba.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.casaba.content.Content;
import org.casaba.iiif.Identifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RememberingSourceTest implements SourceContract {
  private static final Identifier NAME = new Identifier("a.tif");
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @TempDir Path temp;
  private final AtomicInteger looks = new AtomicInteger();
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private volatile Runnable meanwhile = () -> {};
  private Path root = Path.of("/");
  private RememberingSource source = over(root);

  @BeforeEach
  void makeFolder() throws Exception {
    root = Files.createDirectory(temp.resolve("the-root"));
    source = over(root);
  }

  private RememberingSource over(Path folder) {
    FilesystemSource files = new FilesystemSource(new FilesystemSettings(folder, List.of(), false));
    Source counted =
        identifier -> {
          looks.incrementAndGet();
          Found found = files.find(identifier);
          meanwhile.run();
          return found;
        };
    return new RememberingSource(counted, INTERVAL, () -> now);
  }

  @Override
  public Source source() {
    return source;
  }

  @Override
  public void put(String name, byte[] bytes) throws Exception {
    Path file = root.resolve(Utf8Path.of(name));
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  @Override
  public String secretOfPlace() {
    return "the-root";
  }

  /** Another file takes the place, so that what is open stays what it was. */
  private void replace(byte... bytes) throws Exception {
    Path next = Files.write(temp.resolve("next"), bytes);
    Files.move(next, root.resolve("a.tif"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] read(Found found) throws Exception {
    try (Content content = found.open()) {
      assertEquals(content.size(), content.version().size());
      return content.read(0, Math.toIntExact(content.size()));
    }
  }

  @Test
  void aFileIsLookedAtOnceInTheInterval() throws Exception {
    put("a.tif", new byte[] {1});
    Found first = source.find(NAME);
    replace((byte) 2, (byte) 3);
    now = now.plus(INTERVAL).minusMillis(1);
    Found again = source.find(NAME);
    assertEquals(1, looks.get());
    assertEquals(first.place(), again.place());
    assertEquals(first.state(), again.state());
    assertEquals(first.version(), again.version());
    now = now.plusMillis(1);
    assertNotEquals(first.state(), source.find(NAME).state());
    assertEquals(2, looks.get());
  }

  @Test
  void aClockThatIsSetBackDoesNotMakeItLonger() throws Exception {
    put("a.tif", new byte[] {1});
    source.find(NAME);
    now = now.minusSeconds(3600);
    source.find(NAME);
    assertEquals(2, looks.get());
  }

  @Test
  void whatIsMissingIsLookedForEachTime() throws Exception {
    assertThrows(SourceException.Missing.class, () -> source.find(NAME));
    put("a.tif", new byte[] {1});
    assertArrayEquals(new byte[] {1}, read(source.find(NAME)));
  }

  @Test
  void whatHasChangedIsOpenedAsWhatItIsNow() throws Exception {
    put("a.tif", new byte[] {1});
    source.find(NAME);
    replace((byte) 2, (byte) 3);
    Found remembered = source.find(NAME);
    assertArrayEquals(new byte[] {2, 3}, read(remembered));
    try (Content content = remembered.open()) {
      assertEquals(content.state(), source.find(NAME).state(), "it has been looked at again");
    }
    put("a.tif", new byte[] {4, 5, 6});
    assertArrayEquals(new byte[] {4, 5, 6}, read(source.find(NAME)), "written over");
  }

  @Test
  void whatIsGoneWhenItIsOpenedIsForgotten() throws Exception {
    put("a.tif", new byte[] {1});
    source.find(NAME);
    Files.delete(root.resolve("a.tif"));
    Found remembered = source.find(NAME);
    assertThrows(SourceException.Missing.class, remembered::open);
    assertThrows(SourceException.Missing.class, () -> source.find(NAME));
  }

  @Test
  void whatIsForgottenIsLookedAtAnew() throws Exception {
    Identifier other = new Identifier("b.tif");
    put("a.tif", new byte[] {1});
    put("b.tif", new byte[] {1});
    source.find(NAME);
    source.find(other);
    assertEquals(1, source.forget(NAME));
    assertEquals(0, source.forget(NAME));
    source.find(other);
    assertEquals(2, looks.get());
    source.find(NAME);
    assertEquals(3, looks.get());
    assertEquals(2, source.forgetAll());
    source.find(other);
    assertEquals(4, looks.get());
  }

  @Test
  void whatIsForgottenWhileItIsLookedAtIsNotRemembered() throws Exception {
    put("a.tif", new byte[] {1});
    meanwhile = () -> source.forget(NAME);
    source.find(NAME);
    meanwhile = () -> {};
    source.find(NAME);
    assertEquals(2, looks.get());
    source.find(NAME);
    assertEquals(2, looks.get());
  }

  @Test
  void onlySoManyAreRemembered() throws Exception {
    put("a.tif", new byte[] {1});
    Found found = new FilesystemSource(new FilesystemSettings(root, List.of(), false)).find(NAME);
    RememberingSource small = new RememberingSource(_ -> found, INTERVAL, () -> now);
    for (int i = 0; i < RememberingSource.MOST + 500; i++) {
      small.find(new Identifier("x" + i));
    }
    assertEquals(0, small.forget(new Identifier("x499")), "the first have made room");
    assertEquals(1, small.forget(new Identifier("x500")));
    assertEquals(RememberingSource.MOST - 1, small.forgetAll());
  }

  @Test
  void manyThreadsReadWhatIsThere() throws Exception {
    put("a.tif", new byte[] {7});
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<byte[]>> all = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        int number = i;
        all.add(
            threads.submit(() -> {
              if (number % 50 == 0) {
                source.forgetAll();
              }
              return read(source.find(NAME));
            }));
      }
      for (Future<byte[]> each : all) {
        assertArrayEquals(new byte[] {7}, each.get());
      }
    }
  }
}
