package org.casaba.pyramid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.XmpPacket;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.metadata.MetadataReader;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.codec.tiff.TiffSurvey;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.ImageFacts;
import org.casaba.pyramid.Recipe.Preference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pyramids, read back by the decoder that serves them. */
final class PyramidBuilderTest {
  private static final EncodeOptions PLAIN = new EncodeOptions(90, false, null, null);
  private static final Watcher NOBODY = new Unwatched();

  @TempDir private Path folder;

  private final ExecutorService executor = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private Path target() {
    return folder.resolve("x.tif");
  }

  private Built build(byte[] file, Decoder decoder, Recipe recipe) throws IOException {
    BytesContent content = new BytesContent(file);
    try (DecodedImage image = decoder.open(content)) {
      return new PyramidBuilder(executor, 2)
          .build(new PyramidBuilder.Order(content, image, recipe), target(), NOBODY);
    }
  }

  private BytesContent made() throws IOException {
    return new BytesContent(Files.readAllBytes(target()));
  }

  private Picture level(int index) throws IOException {
    try (DecodedImage image = new TiffDecoder().open(made())) {
      return Picture.of(image.rows(index, image.facts().levels().get(index).size().whole()));
    }
  }

  private static byte[] png(Picture picture) throws IOException {
    return ReadBack.encode(new PngEncoder(), picture, PLAIN);
  }

  private static Recipe recipe(Preference preference) {
    return new Recipe(64, 90, preference);
  }

  /** Means of two by two, of fewer at odd edges, computed one by one. */
  private static Picture half(Picture picture) {
    int width = Math.ceilDiv(picture.width(), 2);
    int height = Math.ceilDiv(picture.height(), 2);
    int bands = picture.layout().bands();
    byte[] bytes = new byte[width * height * bands];
    for (int i = 0; i < bytes.length; i++) {
      int x = 2 * (i / bands % width);
      int y = 2 * (i / bands / width);
      double sum = 0;
      double weight = 0;
      for (int k = 0; k < 4; k++) {
        int cx = Math.min(x + k % 2, picture.width() - 1);
        int cy = Math.min(y + k / 2, picture.height() - 1);
        boolean color = picture.layout().alpha() && i % bands < bands - 1;
        double w = color ? picture.sample(cx, cy, bands - 1) : 1;
        sum += w * picture.sample(cx, cy, i % bands);
        weight += w;
      }
      bytes[i] = (byte) (weight == 0 ? 0 : Math.floor(sum / weight + 0.5));
    }
    return new Picture(width, height, picture.layout(), bytes);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,200", "300,1", "63,64", "65,64", "129,255", "1025,130"})
  void levelsAreHalvesRoundedUpOfWhatIsKeptExactly(int width, int height) throws IOException {
    Picture picture = Picture.noise(width, height, PixelLayout.RGB, 1);
    Built built = build(png(picture), new PngDecoder(), recipe(Preference.LIKE_SOURCE));
    assertEquals(Built.How.DEFLATED, built.how());
    assertEquals(picture, level(0));
    TiffSurvey survey = TiffSurvey.of(made());
    assertEquals(built.levels(), survey.levels().size());
    Picture expected = picture;
    for (int i = 1; i < survey.levels().size(); i++) {
      expected = half(expected);
      assertEquals(expected, level(i), "level " + i);
    }
    for (TiffSurvey.Level level : survey.levels()) {
      assertEquals(Optional.of(new Dimensions(64, 64)), level.tile());
    }
    Dimensions last = survey.levels().getLast().size();
    assertTrue(last.width() <= 64 && last.height() <= 64, last.toString());
  }

  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void everyLayoutIsKeptExactlyAndReducedByOpacity(PixelLayout layout) throws IOException {
    Picture picture = Picture.waves(151, 90, layout);
    build(png(picture), new PngDecoder(), recipe(Preference.LOSSLESS));
    assertEquals(picture, level(0));
    Picture half = half(picture);
    Picture made = level(1);
    assertEquals(half.layout(), made.layout());
    assertTrue(half.meanDifference(made) < 0.01, "differ by " + half.meanDifference(made));
  }

  @ParameterizedTest
  @CsvSource({"RGB,90", "RGB,75", "GRAY,90"})
  void jpegIsCloseToThePicture(PixelLayout layout, int quality) throws IOException {
    Picture picture = Picture.waves(200, 150, layout);
    Built built = build(png(picture), new PngDecoder(), new Recipe(64, quality, Preference.JPEG));
    assertEquals(Built.How.ENCODED, built.how());
    assertTrue(picture.meanDifference(level(0)) < 3, () -> "quality " + quality);
    assertTrue(half(picture).meanDifference(level(1)) < 3);
    TiffSurvey.Level full = TiffSurvey.of(made()).levels().getFirst();
    assertEquals("JPEG", full.compression());
    assertEquals(layout.color(), full.ycbcr());
  }

  @Test
  void aLossySourceStaysLossy() throws IOException {
    Picture picture = Picture.waves(200, 150, PixelLayout.RGB);
    byte[] jpeg = ReadBack.encode(new JpegEncoder(), picture, PLAIN);
    Built built = build(jpeg, new JpegDecoder(), recipe(Preference.LIKE_SOURCE));
    assertTrue(built.how() != Built.How.DEFLATED);
    Picture decoded = Picture.of(new JpegDecoder(), jpeg);
    double most = built.how() == Built.How.KEPT ? 0 : 1.5;
    assertTrue(decoded.meanDifference(level(0)) <= most);
  }

  @ParameterizedTest
  @EnumSource(Preference.class)
  void transparentAndBilevelPicturesAreNeverLossy(Preference preference) throws IOException {
    Picture transparent = Picture.waves(100, 70, PixelLayout.RGBA);
    build(png(transparent), new PngDecoder(), recipe(preference));
    assertEquals(transparent, level(0));
    Picture bitonal = ReadBack.bitonal(100, 70);
    byte[] file =
        ReadBack.encode(new TiffEncoder(), bitonal, new EncodeOptions(90, true, null, null));
    build(file, new TiffDecoder(), recipe(preference));
    assertEquals(bitonal, level(0));
  }

  @Test
  void profileAndXmpAreCarried() throws IOException {
    Picture picture = Picture.waves(100, 70, PixelLayout.RGB);
    byte[] profile = ReadBack.profile("RGB ");
    XmpPacket xmp = XmpPacket.of("<rdf:RDF xmlns:rdf=\"x\">caf\u00e9</rdf:RDF>");
    byte[] file =
        ReadBack.encode(new PngEncoder(), picture, new EncodeOptions(90, false, profile, xmp));
    build(file, new PngDecoder(), recipe(Preference.LIKE_SOURCE));
    try (DecodedImage image = new TiffDecoder().open(made())) {
      assertArrayEquals(profile, image.iccProfile().orElseThrow());
    }
    assertTrue(MetadataReader.read(made()).xmp().orElseThrow().contains("caf\u00e9"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void exifAndOrientationAreCarriedFromEitherByteOrder(boolean big) throws IOException {
    byte[] jpeg =
        ExifFixture.into(
            ReadBack.encode(new JpegEncoder(), Picture.waves(100, 70, PixelLayout.RGB), PLAIN),
            big);
    Built built = build(jpeg, new JpegDecoder(), recipe(Preference.LIKE_SOURCE));
    ImageFacts facts;
    try (DecodedImage image = new TiffDecoder().open(made())) {
      facts = image.facts();
    }
    assertEquals(6, facts.orientation().exif());
    assertEquals(new Dimensions(100, 70), facts.storedSize());
    assertTrue(built.notes().toString().contains("orientation 6"), built.notes().toString());
    assertEquals(
        MetadataReader.read(new BytesContent(jpeg)).exif().get("Exif"),
        MetadataReader.read(made()).exif().get("Exif"));
  }

  @Test
  void nothingIsLeftOfWhatFails() throws IOException {
    byte[] file = png(Picture.noise(300, 300, PixelLayout.RGB, 3));
    byte[] cut = java.util.Arrays.copyOf(file, file.length / 2);
    assertThrows(
        IOException.class, () -> build(cut, new PngDecoder(), recipe(Preference.LOSSLESS)));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void whoGivesUpLeavesWhatWasThere() throws IOException {
    Files.writeString(target(), "before");
    BytesContent content = new BytesContent(png(Picture.noise(300, 300, PixelLayout.RGB, 3)));
    Watcher impatient =
        new Watcher() {
          private Closeable unfinished = () -> {};

          @Override
          public void begun(Closeable file) {
            unfinished = file;
          }

          @Override
          public void progress(double part) {
            if (part > 0.5) {
              try {
                unfinished.close();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            }
          }
        };
    try (DecodedImage image = new PngDecoder().open(content)) {
      PyramidBuilder builder = new PyramidBuilder(executor, 2);
      var order = new PyramidBuilder.Order(content, image, recipe(Preference.LOSSLESS));
      assertThrows(IOException.class, () -> builder.build(order, target(), impatient));
    }
    assertEquals("before", Files.readString(target()));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(target()), left.toList());
    }
  }

  @Test
  void leftoversOfKilledRunsAreRemoved() throws IOException {
    Path leftover = Files.writeString(folder.resolve(".y.tif.1.casaba-part"), "half");
    build(png(Picture.waves(20, 20, PixelLayout.GRAY)), new PngDecoder(), recipe(Preference.JPEG));
    assertTrue(Files.notExists(leftover));
  }
}
