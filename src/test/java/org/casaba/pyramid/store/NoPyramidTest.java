package org.casaba.pyramid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.jpeg.JpegFile;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;
import org.casaba.content.FileContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why there is no pyramid, what administrators read of that, and when it is tried again. */
final class NoPyramidTest {
  private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");

  @TempDir private Path folder;

  private final Codecs codecs =
      new Codecs(
          List.of(new JpegDecoder(), new PngDecoder(), new TiffDecoder()),
          List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder()));
  private final Diary diary = new Diary();
  private Instant now = LONG_AGO.plus(Duration.ofDays(1));
  private Pyramids pyramids = Pyramids.none();

  @AfterEach
  void end() {
    pyramids.close();
    diary.close();
    for (String line : diary.lines()) {
      assertFalse(line.contains("Exception"), line);
    }
  }

  private void allow(long bytes) {
    pyramids = Pyramids.of(new PyramidSettings(store(), bytes, 10_000), codecs, () -> now);
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Path write(String name, byte[] file) throws IOException {
    Path path = Files.write(folder.resolve(name), file);
    Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
    return path;
  }

  private Path png(String name, Picture picture) throws IOException {
    EncodeOptions plain = new EncodeOptions(90, false, null, null);
    return write(name, ReadBack.encode(new PngEncoder(), picture, plain));
  }

  private static Picture waves() {
    return Picture.waves(1301, 703, PixelLayout.RGB);
  }

  private static Subject subject(Path file, Content content) {
    return new Subject(file.getFileName(), 1, content.state(), content.version().modified());
  }

  private void ask(Path file) throws IOException {
    ask(file, () -> FileContent.open(file));
  }

  /** Asks for a pyramid, and waits until nobody is at it any more. */
  private void ask(Path file, Subject.Opener opener) throws IOException {
    try (Content content = FileContent.open(file);
        DecodedImage image = codecs.open(content)) {
      pyramids.drawn(subject(file, content), image, opener, () -> {});
    }
    for (int i = 0; i < 1200 && pyramids.isBusy(); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertFalse(pyramids.isBusy());
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(store())) {
      return files.toList();
    }
  }

  @Test
  void whatIsSurelyTooLargeIsNotBegunAndTheLogSaysWhatToDo() throws IOException {
    allow(200 << 10);
    Picture noise = Picture.noise(1301, 703, PixelLayout.RGB, 1);
    Path file = write("noise.jpg", JpegFile.of(2, 2, 1, 1, 1, 1).inProgression().write(noise));
    ask(file);
    ask(file);
    assertEquals(List.of(), kept());
    assertEquals(1, diary.lines().size(), diary.lines()::toString);
    String line = diary.lines().getFirst();
    for (String part : List.of("noise.jpg", "0.1 MB", "pyramids.max_size", "command pyramid")) {
      assertTrue(line.contains(part), line);
    }
  }

  @Test
  void whatGrowsTooLargeIsGivenUpAfterItsFirstRows() throws IOException {
    allow(8 << 20);
    Path file = png("noise.png", Picture.noise(1301, 4000, PixelLayout.RGB, 2));
    AtomicLong total = new AtomicLong();
    ask(file, () -> new Watched(FileContent.open(file), bytes -> total.addAndGet(bytes)));
    assertEquals(1, diary.count("pyramids.max_size"), diary.lines()::toString);
    double read = (double) total.get() / Files.size(file);
    assertTrue(read < 0.25, read + " of the file");
  }

  @Test
  void aFolderThatCannotBeMadeIsTriedAgainAfterTenMinutes() throws IOException {
    allow(100 << 20);
    Files.writeString(store(), "in the way");
    Path file = png("one.png", waves());
    Path other = png("other.png", waves());
    ask(file);
    ask(other);
    assertEquals(1, diary.lines().size(), diary.lines()::toString);
    assertTrue(diary.lines().getFirst().contains("is in the way"), diary.lines()::toString);
    now = now.plus(Duration.ofMinutes(11));
    ask(file);
    assertEquals(1, diary.lines().size(), diary.lines()::toString);
    Files.delete(store());
    ask(file);
    assertTrue(Files.notExists(store()));
    now = now.plus(Duration.ofMinutes(21));
    ask(file);
    ask(other);
    assertEquals(2, kept().size());
    assertEquals(1, diary.count("can be kept again"), diary.lines()::toString);
  }

  @Test
  void whatChangesWhileItIsReadGetsAPyramidOfWhatItIsAfterwards() throws IOException {
    allow(100 << 20);
    Path file = png("image.png", waves());
    Picture later = Picture.noise(1301, 703, PixelLayout.RGB, 7);
    AtomicLong openings = new AtomicLong();
    ask(
        file,
        () -> {
          FileContent content = FileContent.open(file);
          return openings.getAndIncrement() > 0 ? content : new Watched(content, _ -> touch(file));
        });
    assertEquals(List.of(), kept());
    assertEquals(1, diary.count("has changed"), diary.lines()::toString);
    png("image.png", later);
    ask(file);
    assertEquals(1, kept().size());
  }

  /** As somebody does who writes into the file that is being read. */
  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(60)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPyramidThatIsDamagedAgainAndAgainIsToldOfOnce() throws IOException {
    allow(100 << 20);
    Path file = png("image.png", waves());
    for (int i = 0; i < 3; i++) {
      ask(file);
      Files.write(kept().getFirst(), new byte[500]);
      try (Content content = FileContent.open(file);
          DecodedImage image = pyramids.with(subject(file, content), codecs.open(content))) {
        assertEquals(waves(), Picture.of(image.rows(0, image.facts().storedSize().whole())));
      }
    }
    assertEquals(1, diary.count("cannot be read"), diary.lines()::toString);
  }

  @Test
  void pyramidsThatNobodyUsesAreToldOfAndStay() throws IOException {
    allow(100 << 20);
    ask(png("image.png", waves()));
    pyramids.close();
    allow(0);
    assertEquals(1, kept().size());
    String line = diary.lines().getLast();
    assertTrue(line.startsWith("1 pyramids with "), line);
    assertTrue(line.contains(store().toString()) && line.contains("can be deleted"), line);
  }

  @FunctionalInterface
  private interface Reading {
    void of(int bytes);
  }

  /** A file of which it is told when it is read. */
  private record Watched(FileContent content, Reading reading) implements Content {
    @Override
    public ContentVersion version() {
      return content.version();
    }

    @Override
    public Object state() {
      return content.state();
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      int n = content.read(position, target);
      reading.of(n);
      return n;
    }

    @Override
    public void close() throws IOException {
      content.close();
    }
  }
}
