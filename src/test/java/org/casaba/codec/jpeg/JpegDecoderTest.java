package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.TestedLibrary;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JpegDecoderTest {
  private static final JpegDecoder DECODER = new JpegDecoder(TestedLibrary.JPEG);

  /** A file in words, and the file. */
  record Sample(String name, byte[] file) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> samplesOfTheJdk() throws IOException {
    List<JpegFile> kinds = new ArrayList<>();
    kinds.add(JpegFile.of());
    kinds.add(JpegFile.of(1, 1, 1, 1, 1, 1));
    kinds.add(JpegFile.of(2, 1, 1, 1, 1, 1));
    kinds.add(JpegFile.of(2, 2, 1, 1, 1, 1));
    kinds.add(JpegFile.of(4, 1, 1, 1, 1, 1));
    kinds.add(JpegFile.of(1, 1, 2, 1, 1, 1));
    kinds.add(JpegFile.of(1, 4, 1, 1, 1, 1));
    return samples(kinds);
  }

  /** The JDK repeats a sample that stands for two rows; libjpeg-turbo does not. */
  static List<Sample> samplesOfAllKinds() throws IOException {
    List<Sample> samples = samples(List.of(JpegFile.of(2, 2, 2, 1, 1, 1)));
    samples.addAll(samplesOfTheJdk());
    return samples;
  }

  private static List<Sample> samples(List<JpegFile> kinds) throws IOException {
    List<Dimensions> sizes =
        List.of(
            new Dimensions(1, 1),
            new Dimensions(2, 3),
            new Dimensions(5, 17),
            new Dimensions(16, 16),
            new Dimensions(67, 41),
            new Dimensions(131, 37));
    List<Sample> samples = new ArrayList<>();
    for (JpegFile kind : kinds) {
      for (Dimensions size : sizes) {
        PixelLayout layout = kind.factors().isEmpty() ? PixelLayout.GRAY : PixelLayout.RGB;
        Picture picture = JpegFile.waves(size.width(), size.height(), layout);
        for (JpegFile file :
            List.of(
                kind,
                kind.restarting(3),
                kind.inProgression(),
                kind.restarting(1).inProgression())) {
          samples.add(new Sample(file + " " + size, file.write(picture)));
        }
      }
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samplesOfTheJdk")
  void decodesEveryPixelAsTheJdkDoes(Sample sample) throws IOException {
    assertEquals(JpegFile.readByJdk(sample.file()), Picture.of(DECODER, sample.file()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline-420",
        "baseline-440",
        "baseline-411",
        "baseline-rgb",
        "progressive-422",
        "progressive-own-script",
        "apart-420-restarts",
        "two-scans-mixed-factors"
      })
  void decodesEveryPixelOfEveryLevelAsLibjpegTurboDoes(String name) throws IOException {
    Picture levels = png(name);
    int y = 0;
    try (DecodedImage image = DECODER.open(new BytesContent(file(name)))) {
      for (int level = 0; level < 4; level++) {
        Dimensions size = image.facts().levels().get(level).size();
        Picture expected = levels.part(new Rectangle(0, y, size.width(), size.height()));
        assertEquals(expected, Picture.of(image.rows(level, size.whole())), "level " + level);
        y += size.height();
      }
    }
    assertEquals(levels.height(), y);
  }

  @ParameterizedTest
  @MethodSource("samplesOfAllKinds")
  void aRegionIsThatPartOfTheWhole(Sample sample) throws IOException {
    Random random = new Random(sample.name().hashCode());
    try (DecodedImage image = DECODER.open(new BytesContent(sample.file()))) {
      for (int level = 0; level < image.facts().levels().size(); level++) {
        Dimensions size = image.facts().levels().get(level).size();
        Picture whole = Picture.of(image.rows(level, size.whole()));
        for (int i = 0; i < 4; i++) {
          int x = random.nextInt(size.width());
          int y = random.nextInt(size.height());
          int width = 1 + random.nextInt(size.width() - x);
          int height = 1 + random.nextInt(size.height() - y);
          Rectangle region = new Rectangle(x, y, width, height);
          assertEquals(
              whole.part(region), Picture.of(image.rows(level, region)), level + " " + region);
        }
      }
    }
  }

  @Test
  void levelsAreHalvesRoundedUpAsLongAsTheyGetSmaller() throws IOException {
    assertEquals(List.of("67 x 41", "34 x 21", "17 x 11", "9 x 6"), levels(67, 41));
    assertEquals(List.of("3 x 1", "2 x 1", "1 x 1"), levels(3, 1));
    assertEquals(List.of("1 x 1"), levels(1, 1));
  }

  private static List<String> levels(int width, int height) throws IOException {
    byte[] file = JpegFile.of().write(JpegFile.waves(width, height, PixelLayout.GRAY));
    try (DecodedImage image = DECODER.open(new BytesContent(file))) {
      assertTrue(image.facts().levels().stream().allMatch(level -> level.tile().isEmpty()));
      return image.facts().levels().stream()
          .map(level -> level.size().width() + " x " + level.size().height())
          .toList();
    }
  }

  @Test
  void readsNoFurtherThanTheRegionNeeds() throws IOException {
    byte[] file = JpegFile.of(2, 2, 1, 1, 1, 1).write(Picture.noise(800, 1600, PixelLayout.RGB, 1));
    BytesContent content = new BytesContent(file);
    try (DecodedImage image = DECODER.open(content)) {
      Picture.of(image.rows(0, new Rectangle(0, 0, 800, 80)));
    }
    assertTrue(content.bytesRead() < file.length / 4, content.bytesRead() + " of " + file.length);
  }

  @Test
  void manyCoefficientsGoToATemporaryFileWithoutATrace() throws IOException {
    JpegFile kind = JpegFile.of(2, 1, 1, 1, 1, 1).inProgression();
    byte[] file = kind.write(JpegFile.waves(211, 97, PixelLayout.RGB));
    assertEquals(
        Picture.of(DECODER, file), Picture.of(new JpegDecoder(1000, JpegLibrary.NONE), file));
  }

  @Test
  void rowsCanBeClosedBeforeTheEndAndTwice() throws IOException {
    byte[] file =
        JpegFile.of(2, 2, 1, 1, 1, 1)
            .inProgression()
            .write(JpegFile.waves(40, 40, PixelLayout.RGB));
    try (DecodedImage image = DECODER.open(new BytesContent(file))) {
      PixelRows rows = image.rows(0, new Rectangle(0, 0, 40, 40));
      rows.next(new byte[120]);
      rows.close();
      rows.close();
      image.rows(0, new Rectangle(0, 0, 40, 40)).close();
    }
  }

  @Test
  void thereAreNoMoreRowsThanTheRegionIsHigh() throws IOException {
    byte[] file = JpegFile.of().write(JpegFile.waves(20, 20, PixelLayout.GRAY));
    try (DecodedImage image = DECODER.open(new BytesContent(file));
        PixelRows rows = image.rows(1, new Rectangle(3, 4, 5, 1))) {
      rows.next(new byte[5]);
      assertThrows(IllegalStateException.class, () -> rows.next(new byte[5]));
    }
  }

  @Test
  void aRegionBeyondTheLevelIsRefused() throws IOException {
    byte[] file = JpegFile.of().write(JpegFile.waves(20, 20, PixelLayout.GRAY));
    try (DecodedImage image = DECODER.open(new BytesContent(file))) {
      Rectangle whole = image.facts().storedSize().whole();
      assertThrows(IllegalArgumentException.class, () -> image.rows(1, whole));
    }
  }

  static byte[] file(String name) throws IOException {
    try (InputStream in = JpegDecoderTest.class.getResourceAsStream(name + ".jpg")) {
      return in.readAllBytes();
    }
  }

  static Picture png(String name) throws IOException {
    try (InputStream in = JpegDecoderTest.class.getResourceAsStream(name + ".png")) {
      return JpegFile.readByJdk(in.readAllBytes());
    }
  }
}
