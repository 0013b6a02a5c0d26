package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.XmpPacket;
import org.casaba.codec.jpeg.JpegLibrary.Decoding;
import org.casaba.codec.turbojpeg.TurboJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.ColorModel;
import org.casaba.jpeg.JpegTables;
import org.casaba.jpeg.Sampling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The library of the host and the built-in codec are the same to the last bit. */
final class TurboJpegTest {
  private static final JpegDecoder BUILT_IN = new JpegDecoder();

  private TurboJpeg turboJpeg;

  @BeforeEach
  void find() {
    Optional<TurboJpeg> found = TurboJpeg.find(TurboJpeg.USUAL_NAMES);
    assumeTrue(
        found.isPresent(),
        "TurboJPEG is missing on this machine: install libturbojpeg0 or turbojpeg");
    turboJpeg = found.get();
  }

  @AfterEach
  void close() {
    if (turboJpeg != null) {
      turboJpeg.close();
    }
  }

  static List<JpegFile> kinds() {
    return List.of(
        JpegFile.of(),
        JpegFile.of(1, 1, 1, 1, 1, 1),
        JpegFile.of(2, 1, 1, 1, 1, 1),
        JpegFile.of(2, 2, 1, 1, 1, 1),
        JpegFile.of(2, 2, 1, 1, 1, 1).restarting(3),
        JpegFile.of(1, 2, 1, 1, 1, 1),
        JpegFile.of(4, 1, 1, 1, 1, 1),
        JpegFile.of(2, 2, 2, 1, 1, 1),
        JpegFile.of(2, 2, 1, 1, 1, 1).inProgression());
  }

  private static Picture picture(JpegFile kind, int width, int height) {
    return JpegFile.waves(
        width, height, kind.factors().isEmpty() ? PixelLayout.GRAY : PixelLayout.RGB);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyScaleHasTheSamePixels(JpegFile kind) throws IOException {
    for (Dimensions size :
        List.of(
            new Dimensions(1, 1),
            new Dimensions(3, 3),
            new Dimensions(16, 15),
            new Dimensions(65, 2),
            new Dimensions(131, 77),
            new Dimensions(256, 256))) {
      byte[] file = kind.write(picture(kind, size.width(), size.height()));
      assertEquals(levels(BUILT_IN, file), levels(new JpegDecoder(turboJpeg), file), size + "");
    }
  }

  private static List<Picture> levels(JpegDecoder decoder, byte[] file) throws IOException {
    List<Picture> levels = new ArrayList<>();
    try (DecodedImage image = decoder.open(new BytesContent(file))) {
      for (int level = 0; level < image.facts().levels().size(); level++) {
        levels.add(Picture.of(image.rows(level, image.facts().levels().get(level).size().whole())));
      }
    }
    return levels;
  }

  @ParameterizedTest
  @EnumSource(ColorTransform.class)
  void anyPartOfATileHasTheSamePixels(ColorTransform transform) throws IOException {
    for (JpegFile kind : kinds()) {
      byte[] file = kind.write(picture(kind, 96, 80));
      byte[] stream = JpegFile.without(file, Set.of(JpegFile.DQT, JpegFile.DHT, JpegFile.APP0));
      Tile abbreviated = new Tile(stream, JpegFile.tables(file), transform);
      Tile complete = new Tile(file, new byte[0], transform);
      Random random = new Random(1);
      for (int i = 0; i < 20; i++) {
        int width = 60 + random.nextInt(37);
        int height = 60 + random.nextInt(21);
        Rectangle part =
            new Rectangle(random.nextInt(97 - width), random.nextInt(81 - height), width, height);
        for (Tile tile : List.of(abbreviated, complete)) {
          assertArrayEquals(tile.part(JpegLibrary.NONE, part), tile.part(turboJpeg, part));
        }
      }
    }
  }

  /** A tile of a TIFF. */
  private record Tile(byte[] stream, byte[] tables, ColorTransform transform) {
    byte[] part(JpegLibrary library, Rectangle part) throws IOException {
      JpegTables parsed = tables.length == 0 ? JpegTables.NONE : JpegTile.tables(tables);
      JpegTile tile = JpegTile.open(stream, parsed, transform);
      WholeTiles tiles = new WholeTiles(library, tables, transform);
      try (BandRows rows = tiles.bands(tile, stream, new WholeTiles.Wanted(part, tile.size(), 1))) {
        byte[] all = new byte[rows.width() * rows.bands() * rows.height()];
        byte[] row = new byte[rows.width() * rows.bands()];
        for (int y = 0; y < rows.height(); y++) {
          rows.next(row);
          System.arraycopy(row, 0, all, y * row.length, row.length);
        }
        return all;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 85, 89, 90, 100})
  void encodedFilesShowTheSamePixels(int quality) throws IOException {
    XmpPacket xmp = XmpPacket.of("<rdf:RDF/>");
    for (PixelLayout layout : List.of(PixelLayout.GRAY, PixelLayout.RGB)) {
      byte[] icc = ReadBack.profile(layout == PixelLayout.GRAY ? "GRAY" : "RGB ");
      for (EncodeOptions options :
          List.of(
              new EncodeOptions(quality, false, null, null),
              new EncodeOptions(quality, false, icc, xmp))) {
        for (int size : new int[] {1, 7, 16, 83, 700}) {
          Picture picture = JpegFile.waves(size, size + 3, layout);
          byte[] expected = ReadBack.encode(new JpegEncoder(), picture, options);
          byte[] actual = ReadBack.encode(new JpegEncoder(turboJpeg), picture, options);
          assertEquals(Picture.of(BUILT_IN, expected), Picture.of(BUILT_IN, actual));
          assertEquals(JpegFile.readByJdk(expected), JpegFile.readByJdk(actual));
        }
      }
    }
  }

  /** Where blocks stand out beyond the picture the library fills them in another way. */
  @ParameterizedTest
  @ValueSource(ints = {16, 256, 640})
  void encodedTilesAreTheSameByteForByte(int size) throws IOException {
    EncodeOptions options = new EncodeOptions(85, false, ReadBack.profile("RGB "), null);
    Picture picture = JpegFile.waves(size, size, PixelLayout.RGB);
    assertArrayEquals(
        ReadBack.encode(new JpegEncoder(), picture, options),
        ReadBack.encode(new JpegEncoder(turboJpeg), picture, options));
  }

  @Test
  void whatIsUsualIsReallyDoneByTheLibrary() throws IOException {
    Picture picture = JpegFile.waves(256, 256, PixelLayout.RGB);
    byte[] file = JpegFile.of(2, 2, 1, 1, 1, 1).write(picture);
    for (int scale : new int[] {1, 2, 4, 8}) {
      Decoding as = new Decoding(new Dimensions(256, 256), scale, ColorModel.YCC);
      assertEquals(256 / scale * 256 / scale * 3, turboJpeg.decode(file, as).orElseThrow().length);
    }
    assertTrue(
        turboJpeg
            .encode(picture.bytes(), new Dimensions(256, 256), Sampling.YCC_420, 85)
            .isPresent());
  }

  @Test
  void aStreamOfAnotherKindThanExpectedIsNotDecoded() throws IOException {
    byte[] file = JpegFile.of(1, 1, 1, 1, 1, 1).write(JpegFile.waves(64, 64, PixelLayout.RGB));
    for (Decoding wrong :
        List.of(
            new Decoding(new Dimensions(64, 65), 1, ColorModel.YCC),
            new Decoding(new Dimensions(63, 64), 1, ColorModel.YCC),
            new Decoding(new Dimensions(64, 64), 1, ColorModel.RGB),
            new Decoding(new Dimensions(64, 64), 1, ColorModel.GRAY))) {
      assertEquals(Optional.empty(), turboJpeg.decode(file, wrong));
    }
    assertEquals(
        Optional.empty(),
        turboJpeg.decode(new byte[9], new Decoding(new Dimensions(64, 64), 1, ColorModel.YCC)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void cutOffStreamsAreTheSameDamage(JpegFile kind) throws IOException {
    byte[] file = kind.write(picture(kind, 90, 70));
    JpegDecoder helped = new JpegDecoder(turboJpeg);
    for (int length = 1; length < file.length; length += 1 + file.length / 200) {
      byte[] cut = Arrays.copyOf(file, length);
      assertEquals(outcome(BUILT_IN, cut), outcome(helped, cut), "cut to " + length);
    }
  }

  /** The library would take the tables of the specification's annex K for them. */
  @Test
  void missingTablesAreTheSameDamage() throws IOException {
    JpegFile kind = JpegFile.of(2, 2, 1, 1, 1, 1);
    byte[] file = JpegFile.without(kind.write(picture(kind, 90, 70)), Set.of(JpegFile.DHT));
    assertEquals(outcome(BUILT_IN, file), outcome(new JpegDecoder(turboJpeg), file));
  }

  /**
   * What the library finds wrong the built-in codec decides on. It overlooks one thing that the
   * latter does not: runs of zeros that lead beyond their block, after which the number of blocks
   * is right again. And coefficients beyond all measure overflow in another way.
   */
  @ParameterizedTest
  @MethodSource("kinds")
  void fewChangedBytesAreOverlooked(JpegFile kind) throws IOException {
    byte[] file = kind.write(picture(kind, 90, 70));
    JpegDecoder helped = new JpegDecoder(turboJpeg);
    Random random = new Random(file.length);
    int overlooked = 0;
    for (int i = 0; i < 200; i++) {
      byte[] changed = file.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        changed[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      if (isLarge(changed)) {
        continue;
      }
      Object expected = outcome(BUILT_IN, changed);
      Object actual = outcome(helped, changed);
      if (!expected.equals(actual)) {
        assertTrue(actual instanceof List, "change " + i + " is " + actual);
        overlooked++;
      }
    }
    assertTrue(overlooked <= 50, overlooked + " of 200");
  }

  /** Says that it is so large that a picture of it takes its time. */
  private static boolean isLarge(byte[] file) throws IOException {
    try (DecodedImage image = BUILT_IN.open(new BytesContent(file))) {
      return image.facts().storedSize().area() > 1 << 18;
    } catch (DamagedImageException | UnsupportedImageException e) {
      return false;
    }
  }

  /** The pixels or the failure. */
  private static Object outcome(JpegDecoder decoder, byte[] file) throws IOException {
    try {
      return levels(decoder, file);
    } catch (DamagedImageException | UnsupportedImageException e) {
      return e.toString();
    }
  }

  @Test
  void manyThreadsCallAtOnce() throws Exception {
    JpegFile kind = JpegFile.of(2, 2, 1, 1, 1, 1);
    Picture picture = JpegFile.waves(304, 208, PixelLayout.RGB);
    byte[] file = kind.write(picture);
    EncodeOptions options = new EncodeOptions(80, false, null, null);
    byte[] written = ReadBack.encode(new JpegEncoder(), picture, options);
    Picture read = Picture.of(BUILT_IN, file);
    Callable<Boolean> work =
        () ->
            Picture.of(new JpegDecoder(turboJpeg), file).equals(read)
                && Arrays.equals(
                    written, ReadBack.encode(new JpegEncoder(turboJpeg), picture, options));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> all =
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> work).toList());
      for (Future<Boolean> each : all) {
        assertTrue(each.get());
      }
    }
  }

  @Test
  void whatIsClosedLeavesEverythingToTheBuiltInCodec() throws IOException {
    byte[] file = JpegFile.of(2, 2, 1, 1, 1, 1).write(JpegFile.waves(99, 88, PixelLayout.RGB));
    JpegDecoder helped = new JpegDecoder(turboJpeg);
    turboJpeg.close();
    turboJpeg.close();
    assertFalse(turboJpeg.isThere());
    assertEquals(levels(BUILT_IN, file), levels(helped, file));
    Decoding as = new Decoding(new Dimensions(99, 88), 1, ColorModel.YCC);
    assertEquals(Optional.empty(), turboJpeg.decode(file, as));
    assertEquals(
        Optional.empty(),
        turboJpeg.encode(new byte[192], new Dimensions(8, 8), Sampling.YCC_420, 85));
  }

  @Test
  void aLibraryThatIsMissingOrAnotherIsNotFound() {
    assertEquals(Optional.empty(), TurboJpeg.find(List.of()));
    assertEquals(
        Optional.empty(), TurboJpeg.find(List.of("libnowhere.so.7", "/no/such/file", "libc.so.6")));
  }
}
