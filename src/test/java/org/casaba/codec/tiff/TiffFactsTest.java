package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.NoSuchPageException;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.TestedLibrary;
import org.casaba.codec.tiff.TiffFile.Values;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts.Coloring;
import org.casaba.plan.ResolutionLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffFactsTest {

  @ParameterizedTest
  @CsvSource({
    "rgb-lzw-strips, COLOR, false",
    "rgba-associated, COLOR, true",
    "gray-alpha-lzw, GRAY, true",
    "gray4-none, GRAY, false",
    "bitonal-g4-tiles, BITONAL, false",
    "bitonal-white-is-zero-packbits, BITONAL, false",
    "palette1-none, COLOR, false",
    "cmyk-jpeg-tiles, COLOR, false",
    "rgb-unspecified-extra, COLOR, false",
  })
  void coloringAndAlphaAreTold(String file, Coloring coloring, boolean alpha) throws IOException {
    try (DecodedImage image = TiffFixture.open(file + ".tif")) {
      assertEquals("TIFF", image.facts().format());
      assertEquals(coloring, image.facts().coloring());
      assertEquals(alpha, image.facts().alpha());
      assertEquals(alpha, image.rows(0, new Rectangle(0, 0, 1, 1)).layout().alpha());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pyramid", "pyramid-sub-ifds", "pyramid-big", "pyramid-imagemagick"})
  void levelsOfAPyramidAreFound(String file) throws IOException {
    Dimensions tile = new Dimensions(64, 64);
    Picture original = TiffFixture.png("pyramid.png");
    try (DecodedImage image = TiffFixture.open(file + ".tif")) {
      List<ResolutionLevel> levels = image.facts().levels();
      assertEquals(new ResolutionLevel(new Dimensions(389, 251), tile), levels.get(0));
      assertEquals(new ResolutionLevel(new Dimensions(194, 125), tile), levels.get(1));
      assertTrue(levels.size() >= 3);
      for (int i = 0; i < levels.size(); i++) {
        Dimensions size = levels.get(i).size();
        Picture picture = Picture.of(image.rows(i, size.whole()));
        double difference = picture.meanDifference(shrunk(original, size));
        assertTrue(difference < 6, "level " + i + " differs by " + difference);
      }
    }
  }

  /** The nearest pixels: good enough to tell whether a level shows the same picture. */
  private static Picture shrunk(Picture picture, Dimensions size) {
    byte[] bytes = new byte[(int) size.area() * 3];
    for (int i = 0; i < bytes.length; i++) {
      int x = (int) ((i / 3 % size.width() + 0.5) * picture.width() / size.width());
      int y = (int) ((i / 3 / size.width() + 0.5) * picture.height() / size.height());
      bytes[i] = (byte) picture.sample(x, y, i % 3);
    }
    return new Picture(size.width(), size.height(), PixelLayout.RGB, bytes);
  }

  @Test
  void stripsAreNoTiles() throws IOException {
    try (DecodedImage image = TiffFixture.open("rgb-none-low-strips.tif")) {
      assertEquals(Optional.empty(), image.facts().levels().getFirst().tile());
    }
  }

  @Test
  void otherPagesAreNoLevels() throws IOException {
    try (DecodedImage image = TiffFixture.open("pages.tif")) {
      assertEquals(1, image.facts().levels().size());
      assertEquals(Coloring.GRAY, image.facts().coloring());
    }
  }

  @Test
  void eachPageIsAPicture() throws IOException {
    BytesContent content = new BytesContent(TiffFixture.file("pages.tif"));
    TiffDecoder decoder = new TiffDecoder(TestedLibrary.ALL);
    List<Picture> pages = new ArrayList<>();
    for (int page = 1; page <= 2; page++) {
      try (DecodedImage image = decoder.open(content, page)) {
        assertEquals(2, image.pageCount());
        pages.add(Picture.of(image.rows(0, image.facts().storedSize().whole())));
      }
    }
    assertEquals(2, new HashSet<>(pages).size());
    assertEquals(pages.getFirst(), Picture.of(decoder, TiffFixture.file("pages.tif")));
    assertThrows(NoSuchPageException.class, () -> decoder.open(content, 3));
    assertThrows(NoSuchPageException.class, () -> decoder.open(content, Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pyramid", "pyramid-sub-ifds", "pyramid-big", "pyramid-imagemagick"})
  void aPyramidIsOnePage(String file) throws IOException {
    BytesContent content = new BytesContent(TiffFixture.file(file + ".tif"));
    try (DecodedImage image = new TiffDecoder(TestedLibrary.ALL).open(content)) {
      assertEquals(1, image.pageCount());
    }
    assertThrows(
        NoSuchPageException.class, () -> new TiffDecoder(TestedLibrary.ALL).open(content, 2));
  }

  @ParameterizedTest
  @CsvSource({
    // width and NewSubfileType of each directory, heights are 3/5; widths of each page's levels
    "'100:0 50:0 100:0 50:0', '100,50 100,50'",
    "'100:2 33:1 80:2 40:1 20:1 100:2', '100,33 80,40,20 100'",
    "'100:0 40:0 50:0 90:4 20:9', '100,50 40,20'",
    "'50:1 100:0 25:1', '100,50,25'",
    "'50:1 25:1', '50,25'",
    "'100:2 100:2 100:2', '100 100 100'",
    "'100:0 200:0 50:0', '100 200,50'",
  })
  void levelsBelongToTheNearestPageThatTheyFit(String directories, String expected)
      throws IOException {
    TiffFile file = TiffFile.classic();
    long pointer = file.header();
    for (String directory : directories.split(" ")) {
      int width = Integer.parseInt(directory.split(":")[0]);
      Map<Integer, Values> fields = picture(file, width, width * 3 / 5, 3);
      fields.put(254, TiffFile.longs(Integer.parseInt(directory.split(":")[1])));
      long at = file.directory(fields);
      file.point(pointer, at);
      pointer = file.nextOf(at);
    }
    BytesContent content = new BytesContent(file.toBytes());
    String[] pages = expected.split(" ");
    for (int page = 1; page <= pages.length; page++) {
      try (DecodedImage image = new TiffDecoder(TestedLibrary.ALL).open(content, page)) {
        assertEquals(pages.length, image.pageCount());
        assertEquals(
            pages[page - 1],
            image.facts().levels().stream()
                .map(level -> String.valueOf(level.size().width()))
                .collect(Collectors.joining(",")));
      }
    }
  }

  @Test
  void aBrokenPageIsCountedAndDoesNoHarmToOthers() throws IOException {
    TiffFile file = TiffFile.classic();
    long first = file.directory(picture(file, 10, 6, 3));
    file.point(file.header(), first);
    Map<Integer, Values> broken = picture(file, 10, 6, 3);
    broken.put(258, TiffFile.shorts(77));
    long second = file.directory(broken);
    file.point(file.nextOf(first), second);
    file.point(file.nextOf(second), file.directory(picture(file, 12, 6, 3)));
    BytesContent content = new BytesContent(file.toBytes());
    TiffDecoder decoder = new TiffDecoder(TestedLibrary.ALL);
    assertEquals(3, decoder.open(content).pageCount());
    assertEquals(new Dimensions(12, 6), decoder.open(content, 3).facts().size());
    assertThrows(IOException.class, () -> decoder.open(content, 2));
  }

  @ParameterizedTest
  @CsvSource({
    // size of the second directory, its NewSubfileType, its samples, whether it is a level
    "50, 30, 0, 3, true",
    "49, 31, 0, 3, true",
    "50, 30, 0, 1, false",
    "50, 30, 4, 3, false",
    "50, 30, 5, 3, false",
    "50, 50, 1, 3, false",
    "70, 42, 1, 3, true",
    "70, 42, 0, 3, false",
    "33, 20, 1, 3, true",
    "100, 60, 1, 3, false",
    "200, 120, 1, 3, false",
    "25, 15, 1, 1, false",
  })
  void secondDirectoryIsALevel(int width, int height, int kind, int samples, boolean expected)
      throws IOException {
    TiffFile file = TiffFile.classic();
    long first = file.directory(picture(file, 100, 60, 3));
    file.point(file.header(), first);
    Map<Integer, Values> fields = picture(file, width, height, samples);
    fields.put(254, TiffFile.longs(kind));
    file.point(file.nextOf(first), file.directory(fields));
    assertEquals(expected ? 2 : 1, facts(file.toBytes()).size());
  }

  @Test
  void reducedPictureThatComesFirstIsALevel() throws IOException {
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = picture(file, 50, 30, 3);
    fields.put(254, TiffFile.longs(1));
    long first = file.directory(fields);
    file.point(file.header(), first);
    file.point(file.nextOf(first), file.directory(picture(file, 100, 60, 3)));
    assertEquals(
        List.of(new Dimensions(100, 60), new Dimensions(50, 30)),
        facts(file.toBytes()).stream().map(ResolutionLevel::size).toList());
  }

  private static List<ResolutionLevel> facts(byte[] file) throws IOException {
    try (DecodedImage image = new TiffDecoder(TestedLibrary.ALL).open(new BytesContent(file))) {
      return image.facts().levels();
    }
  }

  private static Map<Integer, Values> picture(TiffFile file, int width, int height, int samples) {
    Map<Integer, Values> fields = TiffFile.picture(width, height, samples);
    long data = file.append(new byte[width * height * samples]);
    fields.put(273, TiffFile.longs(data));
    fields.put(279, TiffFile.longs(width * height * samples));
    return fields;
  }

  @ParameterizedTest
  @CsvSource({"3, TURNED_180, 67, 47", "6, TURNED_90, 47, 67", "7, MIRRORED_90, 47, 67"})
  void orientationIsTold(int tag, Orientation orientation, int width, int height)
      throws IOException {
    try (DecodedImage image = TiffFixture.open("orientation-" + tag + ".tif")) {
      assertEquals(orientation, image.facts().orientation());
      assertEquals(new Dimensions(width, height), image.facts().size());
    }
  }

  @Test
  void profileIsTold() throws IOException {
    try (DecodedImage image = TiffFixture.open("rgb-profile.tif")) {
      byte[] profile = image.iccProfile().orElseThrow();
      assertEquals(profile.length, ByteBuffer.wrap(profile).getInt(0));
      assertArrayEquals(new byte[] {'a', 'c', 's', 'p'}, Arrays.copyOfRange(profile, 36, 40));
    }
  }

  @Test
  void profileOfAnotherColorSpaceIsNone() throws IOException {
    TiffFile file = TiffFile.big();
    byte[] profile = TiffFixture.open("rgb-profile.tif").iccProfile().orElseThrow();
    Map<Integer, Values> fields = picture(file, 5, 3, 1);
    fields.put(34675, TiffFile.undefined(profile));
    try (DecodedImage image =
        new TiffDecoder(TestedLibrary.ALL).open(new BytesContent(file.of(fields)))) {
      assertEquals(Optional.empty(), image.iccProfile());
    }
  }

  @Test
  void decoderRecognisesItsFiles() {
    TiffDecoder decoder = new TiffDecoder(TestedLibrary.ALL);
    for (byte[] file : List.of(TiffFile.classic().toBytes(), TiffFile.big().toBytes())) {
      assertTrue(decoder.recognises(ByteBuffer.wrap(file)));
      assertFalse(decoder.recognises(ByteBuffer.wrap(file, 0, 4)));
      file[0] = 'P';
      assertFalse(decoder.recognises(ByteBuffer.wrap(file)));
    }
  }

  @Test
  void regionOfATileReadsOnlyThatTile() throws IOException {
    byte[] file = TiffFixture.file("pyramid-big.tif");
    BytesContent content = new BytesContent(file);
    try (DecodedImage image = new TiffDecoder(TestedLibrary.ALL).open(content)) {
      long before = content.bytesRead();
      Picture.of(image.rows(0, new Rectangle(130, 70, 50, 40)));
      assertTrue(content.bytesRead() - before < file.length / 20);
    }
  }

  @Test
  void narrowRegionOfAHugeStripReadsOnlyItsColumns() throws IOException {
    TiffFile file = TiffFile.classic();
    BytesContent content = new BytesContent(file.of(picture(file, 20000, 100, 3)));
    try (DecodedImage image = new TiffDecoder(TestedLibrary.ALL).open(content)) {
      long before = content.bytesRead();
      Picture.of(image.rows(0, new Rectangle(9000, 40, 100, 50)));
      assertTrue(content.bytesRead() - before < 50 * 400);
    }
  }

  @Test
  void segmentsThatAreNotStoredAreZero() throws IOException {
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = picture(file, 7, 5, 3);
    fields.put(273, TiffFile.longs(0));
    fields.put(279, TiffFile.longs(0));
    Picture picture = Picture.of(new TiffDecoder(TestedLibrary.ALL), file.of(fields));
    assertArrayEquals(new byte[7 * 5 * 3], picture.bytes());
  }

  @Test
  void missingByteCountsAreNoHindrance() throws IOException {
    TiffFile file = TiffFile.classic();
    byte[] pixels = Picture.noise(7, 5, PixelLayout.RGB, 1).bytes();
    Map<Integer, Values> fields = TiffFile.picture(7, 5, 3);
    fields.put(273, TiffFile.longs(file.append(pixels)));
    assertArrayEquals(
        pixels, Picture.of(new TiffDecoder(TestedLibrary.ALL), file.of(fields)).bytes());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void longTablesOfTilesStayInTheFile(boolean big) throws IOException {
    TiffFile file = big ? TiffFile.big() : TiffFile.classic();
    int tiles = 150;
    long[] offsets = new long[tiles * tiles];
    long[] counts = new long[tiles * tiles];
    byte[] all = Picture.noise(16, 16 * 7, PixelLayout.GRAY, 5).bytes();
    long data = file.append(all);
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = data + 256 * (i % 7);
      counts[i] = 256;
    }
    Map<Integer, Values> fields = TiffFile.picture(16 * tiles, 16 * tiles, 1);
    fields.put(322, TiffFile.shorts(16));
    fields.put(323, TiffFile.shorts(16));
    fields.put(324, new Values(big ? TiffFile.LONG8 : TiffFile.LONG, offsets.length, offsets));
    fields.put(325, new Values(TiffFile.SHORT, counts.length, counts));
    BytesContent content = new BytesContent(file.of(fields));
    try (DecodedImage image = new TiffDecoder(TestedLibrary.ALL).open(content)) {
      Picture actual = Picture.of(image.rows(0, new Rectangle(16 * 149, 16 * 148, 16, 16)));
      int index = (148 * tiles + 149) % 7;
      assertArrayEquals(Arrays.copyOfRange(all, 256 * index, 256 * index + 256), actual.bytes());
      assertTrue(content.bytesRead() < 20_000);
    }
  }
}
