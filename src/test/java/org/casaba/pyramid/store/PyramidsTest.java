package org.casaba.pyramid.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.content.Content;
import org.casaba.content.FileContent;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images with and without their pyramids. */
final class PyramidsTest {
  private static final EncodeOptions PLAIN = new EncodeOptions(90, false, null, null);
  private static final int WIDTH = 1301;
  private static final int HEIGHT = 703;
  private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");

  @TempDir private Path folder;

  private final Codecs codecs =
      new Codecs(
          List.of(new TiffDecoder(), new JpegDecoder(), new PngDecoder()),
          List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder()));
  private Pyramids pyramids = Pyramids.none();

  @BeforeEach
  void begin() {
    pyramids = pyramids(100 << 20);
  }

  @AfterEach
  void end() {
    pyramids.close();
  }

  private Pyramids pyramids(long bytes) {
    return Pyramids.of(new PyramidSettings(store(), bytes, 10_000), codecs, InstantSource.system());
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Path write(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("image"), file);
    Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
    return path;
  }

  private Path png(Picture picture) throws IOException {
    return write(ReadBack.encode(new PngEncoder(), picture, PLAIN));
  }

  private static Picture waves() {
    return Picture.waves(WIDTH, HEIGHT, PixelLayout.RGB);
  }

  private static Subject subject(Content content) {
    return new Subject("image", 1, content.state(), content.version().modified());
  }

  private DecodedImage open(Path file) throws IOException {
    Content content = FileContent.open(file);
    return pyramids.with(subject(content), codecs.open(content));
  }

  /** Asks for a pyramid; whether there is one in the end. */
  private boolean build(Path file) throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    try (Content content = FileContent.open(file);
        DecodedImage image = codecs.open(content)) {
      pyramids.drawn(subject(content), image, () -> FileContent.open(file), done::countDown);
    }
    try {
      for (int i = 0; i < 600 && isBusy(); i++) {
        if (done.await(50, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return done.await(0, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isBusy() {
    return pyramids.isBusy();
  }

  private static Picture level(DecodedImage image, int level) throws IOException {
    return Picture.of(image.rows(level, image.facts().levels().get(level).size().whole()));
  }

  private List<Path> kept() throws IOException {
    if (Files.notExists(store())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(store())) {
      return files.toList();
    }
  }

  private static boolean hasPyramid(DecodedImage image) {
    return image.facts().levels().getFirst().tile().isPresent();
  }

  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void pixelsOfLosslessImagesAreTheSameWithAPyramid(PixelLayout layout) throws IOException {
    Picture picture = Picture.waves(WIDTH, HEIGHT, layout);
    Path file = png(picture);
    try (DecodedImage before = open(file)) {
      assertFalse(hasPyramid(before));
      assertTrue(build(file));
      try (DecodedImage after = open(file)) {
        assertEquals(picture, level(after, 0));
        Rectangle part = new Rectangle(500, 300, 700, 401);
        assertEquals(picture.part(part), Picture.of(after.rows(0, part)));
        ImageFacts facts = after.facts();
        assertEquals("PNG", facts.format());
        assertEquals(before.facts().coloring(), facts.coloring());
        assertEquals(layout.alpha(), facts.alpha());
        assertEquals(
            List.of(new Dimensions(1301, 703), new Dimensions(651, 352), new Dimensions(326, 176)),
            facts.levels().stream().map(ResolutionLevel::size).toList());
      }
    }
  }

  @Test
  void progressiveJpegsStayAlike() throws IOException {
    Path file = write(progressive(waves()));
    try (DecodedImage before = open(file)) {
      assertTrue(build(file));
      try (DecodedImage after = open(file)) {
        assertTrue(after.facts().levels().getLast().tile().isPresent());
        assertEquals("JPEG", after.facts().format());
        for (int i = 0; i < 2; i++) {
          double difference = level(before, i).meanDifference(level(after, i));
          assertTrue(difference < 1.5, "level " + i + " differs by " + difference);
        }
      }
    }
  }

  private static byte[] progressive(Picture picture) throws IOException {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int rgb =
            picture.sample(x, y, 0) << 16 | picture.sample(x, y, 1) << 8 | picture.sample(x, y, 2);
        image.setRGB(x, y, rgb);
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  @Test
  void theProfileIsTheImagesOwn() throws IOException {
    byte[] profile = ReadBack.profile("RGB ");
    Path file =
        write(
            ReadBack.encode(
                new PngEncoder(), waves(), new EncodeOptions(90, false, profile, null)));
    assertTrue(build(file));
    try (DecodedImage image = open(file)) {
      assertTrue(hasPyramid(image));
      assertArrayEquals(profile, image.iccProfile().orElseThrow());
    }
  }

  @Test
  void whatIsStoredTurnedStaysSo() throws IOException {
    byte[] upright = ReadBack.encode(new TiffEncoder(), waves(), PLAIN);
    Path file = write(upright);
    Orientation turned = Orientation.ofExif(6);
    assertTrue(build(file));
    try (Content content = FileContent.open(file);
        DecodedImage image = new Turned(codecs.open(content), turned);
        DecodedImage after = pyramids.with(subject(content), image)) {
      assertTrue(hasPyramid(after));
      assertEquals(turned, after.facts().orientation());
      assertEquals(new Dimensions(HEIGHT, WIDTH), after.facts().size());
      assertEquals(waves(), level(after, 0));
    }
  }

  private record Turned(DecodedImage image, Orientation orientation) implements DecodedImage {
    @Override
    public ImageFacts facts() {
      ImageFacts facts = image.facts();
      return new ImageFacts(
          facts.format(), orientation, facts.levels(), facts.coloring(), facts.alpha());
    }

    @Override
    public Optional<byte[]> iccProfile() {
      return image.iccProfile();
    }

    @Override
    public org.casaba.codec.PixelRows rows(int level, Rectangle region) throws IOException {
      return image.rows(level, region);
    }

    @Override
    public void close() throws IOException {
      image.close();
    }
  }

  @Test
  void aChangedFileHasNoPyramidUntilItGetsItsOwn() throws IOException {
    Path file = png(waves());
    assertTrue(build(file));
    Picture other = Picture.noise(WIDTH, HEIGHT, PixelLayout.RGB, 7);
    png(other);
    try (DecodedImage changed = open(file)) {
      assertFalse(hasPyramid(changed));
    }
    assertTrue(build(file));
    try (DecodedImage changed = open(file)) {
      assertTrue(hasPyramid(changed));
      assertEquals(other, level(changed, 0));
    }
  }

  @Test
  void pyramidsOutliveTheServer() throws IOException {
    Path file = png(waves());
    assertTrue(build(file));
    pyramids.close();
    pyramids = pyramids(100 << 20);
    try (DecodedImage image = open(file)) {
      assertTrue(hasPyramid(image));
    }
  }

  @Test
  void whatIsTooLargeIsTriedOnceAndServedAsBefore() throws IOException {
    Picture noise = Picture.noise(WIDTH, HEIGHT, PixelLayout.RGB, 3);
    pyramids.close();
    pyramids = pyramids(1 << 20);
    Path file = png(noise);
    assertFalse(build(file));
    AtomicInteger openings = new AtomicInteger();
    try (Content content = FileContent.open(file);
        DecodedImage image = codecs.open(content)) {
      Subject.Opener counting =
          () -> {
            openings.incrementAndGet();
            return FileContent.open(file);
          };
      pyramids.drawn(subject(content), image, counting, () -> {});
    }
    assertFalse(isBusy());
    assertEquals(0, openings.get());
    assertEquals(List.of(), kept());
    try (DecodedImage image = open(file)) {
      assertEquals(noise, level(image, 0));
    }
  }

  @Test
  void aFolderThatCannotBeMadeDoesNoHarm() throws IOException {
    Files.writeString(store(), "in the way");
    Path file = png(waves());
    assertFalse(build(file));
    try (DecodedImage image = open(file)) {
      assertEquals(waves(), level(image, 0));
    }
  }

  @Test
  void theLongestUnusedMakesRoom() throws IOException {
    Files.createDirectories(store());
    Instant now = Instant.now();
    Path oldest = fake("a", 4 << 20, now.minusSeconds(300));
    Path older = fake("b", 4 << 20, now.minusSeconds(200));
    pyramids.close();
    pyramids = pyramids(11 << 20);
    assertTrue(build(png(waves())));
    assertTrue(Files.notExists(oldest));
    assertTrue(Files.exists(older));
  }

  private Path fake(String name, int length, Instant used) throws IOException {
    Path file = Files.write(store().resolve(name + ".pyramid.tif"), new byte[length]);
    Files.setLastModifiedTime(file, FileTime.from(used));
    return file;
  }

  @Test
  void leftoversOfKilledServersAreRemoved() throws IOException {
    Files.createDirectories(store());
    Path left = Files.writeString(store().resolve(".x.pyramid.tif.1.casaba-part"), "half");
    assertTrue(build(png(waves())));
    assertTrue(Files.notExists(left));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.3, 0.6, 0.9})
  void fromACutPyramidTheSamePixelsAreHadAndItIsForgotten(double length) throws IOException {
    Path file = png(waves());
    assertTrue(build(file));
    Path made = kept().getFirst();
    Picture half;
    try (DecodedImage sound = open(file)) {
      half = level(sound, 1);
    }
    try (DecodedImage image = open(file)) {
      assertTrue(hasPyramid(image));
      cut(made, length);
      assertEquals(waves(), level(image, 0));
      assertEquals(half, level(image, 1));
      Rectangle part = new Rectangle(301, 99, 350, 253);
      assertEquals(half.part(part), Picture.of(image.rows(1, part)));
      AtomicInteger renewals = new AtomicInteger();
      try (Content content = FileContent.open(file)) {
        pyramids.drawn(
            subject(content), image, () -> FileContent.open(file), renewals::incrementAndGet);
      }
      assertEquals(1, renewals.get());
    }
    try (DecodedImage image = open(file)) {
      assertFalse(hasPyramid(image));
    }
    assertEquals(List.of(), kept());
    assertTrue(build(file));
  }

  private static void cut(Path made, double part) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(made.toFile(), "rw")) {
      bytes.setLength((long) (part * bytes.length()));
    }
  }

  @Test
  void whatIsNoPyramidIsNotTakenForOne() throws IOException {
    Path file = png(waves());
    assertTrue(build(file));
    Path made = kept().getFirst();
    Files.write(
        made, ReadBack.encode(new TiffEncoder(), Picture.waves(9, 9, PixelLayout.RGB), PLAIN));
    try (DecodedImage image = open(file)) {
      assertFalse(hasPyramid(image));
      assertEquals(waves(), level(image, 0));
    }
    assertEquals(List.of(), kept());
  }

  @Test
  void whatIsClosedGivesUpAndLeavesNothing() throws Exception {
    Path file = png(Picture.noise(4000, 4000, PixelLayout.RGB, 5));
    CountDownLatch opened = new CountDownLatch(1);
    try (Content content = FileContent.open(file);
        DecodedImage image = codecs.open(content)) {
      Subject.Opener opener =
          () -> {
            opened.countDown();
            return FileContent.open(file);
          };
      pyramids.drawn(subject(content), image, opener, () -> {});
      assertTrue(opened.await(30, TimeUnit.SECONDS));
      pyramids.close();
      assertFalse(isBusy());
      pyramids.drawn(subject(content), image, opener, () -> {});
      assertFalse(isBusy());
    }
    assertEquals(List.of(), kept());
  }

  @Test
  void whatHasJustBeenWrittenMayStillChange() throws IOException {
    Path file = png(waves());
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    assertFalse(build(file));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    assertTrue(build(file));
  }

  @Test
  void smallAndTiledImagesGetNone() throws IOException {
    Path small = png(Picture.waves(99, 99, PixelLayout.RGB));
    assertFalse(build(small));
    try (Content content = FileContent.open(small);
        DecodedImage image = codecs.open(content)) {
      assertSame(image, pyramids.with(subject(content), image));
    }
    assertFalse(build(png(waves())) && build(Files.copy(kept().getFirst(), folder.resolve("t"))));
  }
}
