package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.casaba.codec.Codecs;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.codec.NoSuchPageException;
import org.casaba.codec.PixelRows;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.Identifier;
import org.casaba.plan.ImageFacts;
import org.casaba.source.FilesystemSettings;
import org.casaba.source.FilesystemSource;
import org.casaba.source.RememberingSource;
import org.casaba.source.Source;
import org.casaba.source.SourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenImagesTest {
  private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;

  /** Rough size of the headers of one image, as the pool counts them. */
  private static final long HEADERS = 16 << 10;

  @TempDir Path folder;
  private final AtomicInteger openings = new AtomicInteger();
  private final AtomicInteger openNow = new AtomicInteger();
  private final AtomicLong weight = new AtomicLong();
  private final CountDownLatch headersMayBeRead = new CountDownLatch(1);
  private volatile boolean slow;
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Codecs codecs =
      new Codecs(
          List.of(new CountingDecoder()),
          List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder()));
  private Source source =
      new FilesystemSource(new FilesystemSettings(Path.of("/"), List.of(), false));
  private OpenImages pool = OpenImages.none();

  /** Reads PNG files and keeps count. */
  private final class CountingDecoder implements Decoder {
    private final PngDecoder png = new PngDecoder();

    @Override
    public boolean recognises(ByteBuffer head) {
      return png.recognises(head);
    }

    @Override
    public DecodedImage open(Content content) throws IOException {
      openings.incrementAndGet();
      if (slow) {
        try {
          headersMayBeRead.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      DecodedImage image = png.open(content);
      openNow.incrementAndGet();
      return new CountedImage(image);
    }
  }

  private final class CountedImage implements DecodedImage {
    private final DecodedImage image;

    private CountedImage(DecodedImage image) {
      this.image = image;
    }

    @Override
    public ImageFacts facts() {
      return image.facts();
    }

    @Override
    public Optional<byte[]> iccProfile() {
      return image.iccProfile();
    }

    @Override
    public PixelRows rows(int level, Rectangle region) throws IOException {
      return image.rows(level, region);
    }

    @Override
    public long weight() {
      return weight.get();
    }

    @Override
    public void close() throws IOException {
      openNow.decrementAndGet();
      image.close();
    }
  }

  @BeforeEach
  void makePool() {
    source = new FilesystemSource(new FilesystemSettings(folder, List.of(), false));
    pool = pool(4, Long.MAX_VALUE);
  }

  @AfterEach
  void everythingIsClosedInTheEnd() throws IOException {
    pool.close();
    assertEquals(0, openNow.get());
    assertEquals(0, openFiles());
  }

  private OpenImages pool(int most, long memory) {
    return new OpenImages(most, memory, () -> now);
  }

  /** Open descriptors of files in the folder; 0 where the system does not tell. */
  private int openFiles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return 0;
    }
    int count = 0;
    try (Stream<Path> all = Files.list(descriptors)) {
      for (Path each : all.toList()) {
        try {
          count += Files.readSymbolicLink(each).startsWith(folder.toRealPath()) ? 1 : 0;
        } catch (IOException e) {
          // That one has been closed by now.
        }
      }
    }
    return count;
  }

  private Path put(String name, int gray) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, gray);
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return settle(file);
  }

  private static Path settle(Path file) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }

  private Lease open(String name) throws SourceException, IOException {
    return pool.open(source.find(new Identifier(name)), 1, codecs::open);
  }

  /** The one value of all pixels. */
  private static int gray(Lease lease) throws IOException {
    byte[] row = new byte[WIDTH];
    Dimensions size = lease.stored().facts().size();
    try (PixelRows rows = lease.stored().rows(0, size.whole())) {
      for (int y = 0; y < size.height(); y++) {
        rows.next(row);
        for (byte each : row) {
          assertEquals(row[0], each);
        }
      }
    }
    return row[0] & 0xFF;
  }

  private int gray(String name) throws SourceException, IOException {
    try (Lease lease = open(name)) {
      return gray(lease);
    }
  }

  private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> begun = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        begun.add(executor.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : begun) {
        results.add(each.get());
      }
      return results;
    }
  }

  @Test
  void anImageIsOpenedOnce() throws Exception {
    put("a.png", 10);
    DecodedImage first;
    try (Lease lease = open("a.png")) {
      first = lease.stored();
    }
    try (Lease lease = open("a.png");
        Lease other = open("a.png")) {
      assertSame(first, lease.stored());
      assertSame(first, other.stored());
      assertEquals(10, gray(other));
    }
    assertEquals(1, openings.get());
    assertEquals(1, openNow.get());
  }

  @Test
  void pagesAreImagesOfTheirOwn() throws Exception {
    put("a.png", 10);
    open("a.png").close();
    assertThrows(
        NoSuchPageException.class,
        () -> pool.open(source.find(new Identifier("a.png")), 2, codecs::open));
    assertEquals(10, gray("a.png"));
    assertEquals(1, openings.get());
  }

  @Test
  void aColdImageIsOpenedByOneOfManyThreads() throws Exception {
    put("a.png", 10);
    slow = true;
    Thread opener =
        Thread.ofPlatform()
            .start(() -> {
              while (openings.get() == 0) {
                Thread.onSpinWait();
              }
              headersMayBeRead.countDown();
            });
    assertEquals(List.of(10), together(20, () -> gray("a.png")).stream().distinct().toList());
    opener.join();
    assertEquals(1, openings.get());
  }

  @Test
  void aFailureIsNotKept() throws Exception {
    Path file = put("a.png", 10);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, 20));
    settle(file);
    assertThrows(DamagedImageException.class, () -> open("a.png"));
    assertThrows(DamagedImageException.class, () -> open("a.png"));
    assertEquals(2, openings.get());
    assertEquals(0, openFiles());
    Files.write(file, bytes);
    settle(file);
    assertEquals(10, gray("a.png"));
  }

  @Test
  void aFailureIsToldToAllWhoWait() throws Exception {
    Files.write(folder.resolve("a.png"), Arrays.copyOf(bytes(put("b.png", 1)), 20));
    together(20, () -> assertThrows(DamagedImageException.class, () -> open("a.png")));
    assertEquals(0, openFiles());
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  @Test
  void aFileThatTakesItsPlaceIsNoticed() throws Exception {
    put("a.png", 10);
    long size = Files.size(folder.resolve("a.png"));
    try (Lease before = open("a.png")) {
      Files.move(put("b.png", 11), folder.resolve("a.png"), StandardCopyOption.REPLACE_EXISTING);
      assertEquals(size, Files.size(folder.resolve("a.png")), "so that the version is the same");
      try (Lease after = open("a.png")) {
        assertEquals(before.content().version(), after.content().version());
        assertEquals(11, gray(after));
      }
      assertEquals(10, gray(before), "who has begun with the old file ends with it");
    }
    assertEquals(1, openNow.get());
    assertEquals(11, gray("a.png"));
    assertEquals(2, openings.get());
  }

  @Test
  void aFileWrittenOverIsNoticed() throws Exception {
    Path file = put("a.png", 10);
    assertEquals(10, gray("a.png"));
    Files.write(file, bytes(put("b.png", 11)), StandardOpenOption.WRITE);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusMillis(1)));
    assertEquals(11, gray("a.png"));
  }

  @Test
  void aFileWrittenOverIsNoticedThoughItsTimeIsSetBack() throws Exception {
    Path file = put("a.png", 10);
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("unix"));
    assertEquals(10, gray("a.png"));
    byte[] other = bytes(put("b.png", 11));
    Thread.sleep(20); // file systems count time in steps
    Files.write(file, other, StandardOpenOption.WRITE);
    settle(file);
    assertEquals(11, gray("a.png"));
  }

  @Test
  void aDeletedFileIsMissingThoughItIsOpen() throws Exception {
    Path file = put("a.png", 10);
    try (Lease lease = open("a.png")) {
      Files.delete(file);
      assertThrows(SourceException.Missing.class, () -> open("a.png"));
      assertEquals(10, gray(lease));
    }
  }

  @Test
  void aFileThatMayNotBeReadAnyMoreIsNotServed() throws Exception {
    Path file = put("a.png", 10);
    open("a.png").close();
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("unix"));
    Thread.sleep(20);
    Files.setPosixFilePermissions(file, Set.of());
    if (Files.isReadable(file)) { // the administrator may read everything
      open("a.png").close();
      assertEquals(2, openings.get());
    } else {
      assertThrows(SourceException.Forbidden.class, () -> open("a.png"));
    }
  }

  @Test
  void aFileCutOffInUseIsOpenedAnew() throws Exception {
    Path file = put("a.png", 10);
    byte[] bytes = bytes(file);
    try (Lease lease = open("a.png")) {
      try (RandomAccessFile writer = new RandomAccessFile(file.toFile(), "rw")) {
        writer.setLength(50);
      }
      assertThrows(IOException.class, () -> gray(lease));
      Files.write(file, bytes, StandardOpenOption.WRITE);
      settle(file);
      try (Lease again = open("a.png")) {
        assertNotSame(lease.stored(), again.stored());
        assertEquals(10, gray(again));
      }
    }
  }

  @Test
  void whatMadeNoSenseIsOpenedAnew() throws Exception {
    put("a.png", 10);
    try (Lease lease = open("a.png")) {
      lease.distrust();
      try (Lease again = open("a.png")) {
        assertNotSame(lease.stored(), again.stored());
      }
    }
    assertEquals(2, openings.get());
    assertEquals(1, openNow.get());
  }

  @Test
  void whatChangedJustNowIsNotKept() throws Exception {
    Path file = put("a.png", 10);
    Files.setLastModifiedTime(file, FileTime.from(now.minusMillis(500)));
    open("a.png").close();
    assertEquals(0, openNow.get());
    now = now.plusSeconds(3);
    open("a.png").close();
    assertEquals(1, openNow.get());
  }

  @Test
  void theOneThatWasUsedLongestAgoIsClosedFirst() throws Exception {
    for (int i = 0; i < 5; i++) {
      put(i + ".png", i);
    }
    for (int i : new int[] {0, 1, 2, 3, 0, 4}) {
      assertEquals(i, gray(i + ".png"));
    }
    assertEquals(5, openings.get());
    assertEquals(4, openNow.get());
    gray("0.png");
    assertEquals(5, openings.get());
    gray("1.png");
    assertEquals(6, openings.get());
  }

  @Test
  void imagesThatGrowHeavyMakeRoom() throws Exception {
    pool = pool(4, 4 * HEADERS + 300);
    for (int i = 0; i < 4; i++) {
      put(i + ".png", i);
      open(i + ".png").close();
    }
    assertEquals(4, openNow.get());
    try (Lease lease = open("0.png")) {
      weight.set(200 + HEADERS);
      assertEquals(0, gray(lease));
      assertEquals(4, openNow.get());
    }
    assertEquals(3, openNow.get());
    weight.set(5 * HEADERS);
    open("0.png").close();
    assertEquals(0, openNow.get(), "one that alone is too heavy is not kept");
  }

  @Test
  void imagesNobodyAsksForAreClosed() throws Exception {
    put("a.png", 10);
    put("b.png", 11);
    open("a.png").close();
    now = now.plus(Duration.ofMinutes(4));
    try (Lease lease = open("b.png")) {
      now = now.plus(Duration.ofMinutes(10));
      pool.closeIdle();
      assertEquals(1, openNow.get());
      assertEquals(11, gray(lease));
    }
    pool.closeIdle();
    assertEquals(1, openNow.get());
    now = now.plus(Duration.ofMinutes(6));
    pool.closeIdle();
    assertEquals(0, openNow.get());
  }

  @Test
  void withoutAPoolImagesAreClosedWhenTheyAreNotInUse() throws Exception {
    pool = OpenImages.none();
    put("a.png", 10);
    assertEquals(10, gray("a.png"));
    assertEquals(0, openNow.get());
    assertEquals(0, openFiles());
  }

  @Test
  void whatIsForgottenIsOpenedAnewAndOthersStay() throws Exception {
    put("a.png", 10);
    put("b.png", 11);
    open("a.png").close();
    open("b.png").close();
    Object place = source.find(new Identifier("a.png")).place();
    assertEquals(1, pool.forget(place));
    assertEquals(0, pool.forget(place));
    assertEquals(1, openNow.get());
    assertEquals(11, gray("b.png"));
    assertEquals(2, openings.get());
    assertEquals(10, gray("a.png"));
    assertEquals(3, openings.get());
    assertEquals(2, pool.forgetAll());
    assertEquals(new OpenImages.Stock(0, 0, 0), pool.stock());
    assertEquals(0, openNow.get());
  }

  @Test
  void whatIsForgottenInUseIsClosedAfterItsLastUse() throws Exception {
    put("a.png", 10);
    Object place = source.find(new Identifier("a.png")).place();
    try (Lease before = open("a.png")) {
      try (Lease other = open("a.png")) {
        assertEquals(1, pool.forget(place));
        assertEquals(10, gray(other));
      }
      try (Lease after = open("a.png")) {
        assertNotSame(before.stored(), after.stored());
        assertEquals(2, openNow.get());
      }
      assertEquals(10, gray(before));
    }
    assertEquals(1, openNow.get());
    assertEquals(1, pool.stock().images());
  }

  @Test
  void whatIsForgottenWhileItIsOpenedIsClosedAfterItsLastUse() throws Exception {
    put("a.png", 10);
    slow = true;
    Thread purger =
        Thread.ofPlatform()
            .start(() -> {
              while (openings.get() == 0) {
                Thread.onSpinWait();
              }
              assertEquals(1, pool.forgetAll());
              headersMayBeRead.countDown();
            });
    assertEquals(10, gray("a.png"));
    purger.join();
    assertEquals(0, openNow.get());
    assertEquals(0, pool.stock().images());
  }

  @Test
  void changesThatAreNotLookedForYetLeadToNoErrors() throws Exception {
    source = new RememberingSource(source, Duration.ofSeconds(10), () -> now);
    put("a.png", 10);
    assertEquals(10, gray("a.png"));
    Files.move(put("b.png", 11), folder.resolve("a.png"), StandardCopyOption.REPLACE_EXISTING);
    assertEquals(10, gray("a.png"), "what is open is taken as it was");
    assertEquals(1, openings.get());
    pool.forgetAll();
    assertEquals(11, gray("a.png"), "what is opened is looked at");
    assertEquals(11, gray("a.png"));
    assertEquals(2, openings.get(), "and taken as what it is from then on");
    Files.write(folder.resolve("a.png"), bytes(put("c.png", 12)));
    settle(folder.resolve("a.png"));
    now = now.plusSeconds(10);
    assertEquals(12, gray("a.png"));
    Files.delete(folder.resolve("a.png"));
    assertEquals(12, gray("a.png"));
    now = now.plusSeconds(10);
    assertThrows(SourceException.Missing.class, () -> open("a.png"));
  }

  @Test
  void aFileCutOffIsLookedAtAgainBeforeItsTime() throws Exception {
    source = new RememberingSource(source, Duration.ofSeconds(10), () -> now);
    Path file = put("a.png", 10);
    open("a.png").close();
    byte[] next = bytes(put("b.png", 11));
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(20);
    }
    assertThrows(IOException.class, () -> gray("a.png"));
    Files.write(file, next);
    settle(file);
    assertEquals(11, gray("a.png"));
    assertEquals(11, gray("a.png"));
    assertEquals(2, openings.get());
  }

  @Test
  void aClosedPoolKeepsNothing() throws Exception {
    put("a.png", 10);
    Lease lease = open("a.png");
    pool.close();
    assertEquals(10, gray(lease));
    lease.close();
    lease.close();
    assertEquals(10, gray("a.png"));
    assertEquals(0, openNow.get());
  }

  @Test
  void interruptingOneReaderDoesNotHarmTheOthers() throws Exception {
    byte[] bytes = bytes(put("a.png", 10));
    AtomicBoolean stopped = new AtomicBoolean();
    try (Lease lease = open("a.png")) {
      Thread interrupted =
          Thread.ofPlatform()
              .start(() -> {
                Thread.currentThread().interrupt();
                try {
                  lease.content().read(0, 10);
                } catch (ClosedByInterruptException e) {
                  stopped.set(true);
                } catch (IOException e) {
                  stopped.set(false);
                }
              });
      interrupted.join();
      assertTrue(stopped.get());
      assertArrayEquals(bytes, lease.content().read(0, bytes.length));
      assertEquals(10, gray("a.png"));
    }
    assertEquals(1, openings.get());
  }

  @Test
  void manyThreadsGetTheRightPixels() throws Exception {
    int images = 50;
    for (int i = 0; i < images; i++) {
      put(i + ".png", 5 * i);
    }
    AtomicInteger seeds = new AtomicInteger();
    together(
        16,
        () -> {
          Random random = new Random(seeds.incrementAndGet());
          for (int i = 0; i < 200; i++) {
            int which = random.nextInt(images);
            if (i % 50 == 7) {
              Files.setLastModifiedTime(
                  folder.resolve(which + ".png"), FileTime.from(LONG_AGO.plusSeconds(i)));
            }
            assertEquals(5 * which, gray(which + ".png"));
          }
          return 0;
        });
    assertEquals(4, openNow.get());
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
    assertEquals(4, openFiles());
  }
}
