package org.casaba.pyramid.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.jpeg.JpegFile;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.content.Content;
import org.casaba.content.FileContent;
import org.casaba.geometry.Orientation;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.RequestParser;
import org.casaba.plan.Limits;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.casaba.plan.Planner;
import org.casaba.plan.RenderPlan;
import org.casaba.render.RenderSettings;
import org.casaba.render.Renderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of JPEG files before and after their pyramids stand. */
final class AnswersFromPyramidsTest {
  private static final String TILE = "512,0,512,512";
  private static final String REDUCED = "0,0,1024,1024";

  /** EXIF orientation 6, and nothing else. */
  private static final byte[] TURNED = {
    (byte) 0xFF,
    (byte) 0xE1,
    0,
    34,
    'E',
    'x',
    'i',
    'f',
    0,
    0,
    'M',
    'M',
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    6,
    0,
    0,
    0,
    0,
    0,
    0
  };

  @TempDir private Path folder;

  private final Codecs codecs =
      new Codecs(
          List.of(new JpegDecoder(), new TiffDecoder()),
          List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder()));
  private Pyramids pyramids = Pyramids.none();

  @BeforeEach
  void begin() {
    PyramidSettings settings = new PyramidSettings(folder.resolve("store"), 100 << 20, 10_000);
    pyramids = Pyramids.of(settings, codecs, InstantSource.system());
  }

  @AfterEach
  void end() {
    pyramids.close();
  }

  private Path write(boolean progressive, boolean turned) throws IOException {
    JpegFile kind = JpegFile.of(2, 2, 1, 1, 1, 1);
    byte[] jpeg =
        (progressive ? kind.inProgression() : kind)
            .write(Picture.waves(1901, 1303, PixelLayout.RGB));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(turned ? TURNED : new byte[0]);
    file.write(jpeg, 2, jpeg.length - 2);
    Path path = Files.write(folder.resolve("image"), file.toByteArray());
    Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2024-02-29T12:00:00Z")));
    return path;
  }

  private static Subject subject(Content content) {
    return new Subject("image", 1, content.state(), content.version().modified());
  }

  private DecodedImage open(Path file) throws IOException {
    Content content = FileContent.open(file);
    return pyramids.with(subject(content), codecs.open(content));
  }

  private void build(Path file) throws Exception {
    try (Content content = FileContent.open(file);
        DecodedImage image = codecs.open(content)) {
      pyramids.drawn(subject(content), image, () -> FileContent.open(file), () -> {});
    }
    for (int i = 0; i < 1200 && pyramids.isBusy(); i++) {
      Thread.sleep(50);
    }
    try (DecodedImage image = open(file)) {
      assertTrue(image.facts().levels().getLast().tile().isPresent());
    }
  }

  private static byte[] answer(DecodedImage image, String region, int quality, boolean reuse)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer(quality, reuse).render(image, plan(image, region), out);
    return out.toByteArray();
  }

  private static Renderer renderer(int quality, boolean reuse) {
    RenderSettings settings =
        new RenderSettings(
            quality,
            reuse,
            RenderSettings.Metadata.STRIP,
            0xFFFFFF,
            RenderSettings.Filter.CATMULL_ROM);
    return new Renderer(_ -> new JpegEncoder(), settings);
  }

  private static RenderPlan plan(DecodedImage image, String region) throws Exception {
    var parameters =
        new ImageParameters(region, region.equals("full") ? "max" : "512,", "0", "default.jpg");
    return (RenderPlan)
        new Planner(
                new PlanSettings(Limits.NONE, 1, FullBeyondLimits.REFUSE, TooLarge.REFUSE, false))
            .plan(
                RequestParser.parse(ApiVersion.V3, new Identifier("x"), parameters),
                image.facts(),
                Limits.NONE);
  }

  private static byte[] quantization(byte[] jpeg) {
    int at = JpegFile.find(jpeg, JpegFile.DQT);
    return Arrays.copyOfRange(jpeg, at, at + 69);
  }

  @Test
  void tilesAreNotMuchBetterThanTheQualityThatIsAskedFor() throws Exception {
    Path file = write(true, false);
    byte[] before;
    try (DecodedImage image = open(file)) {
      before = answer(image, TILE, 60, true);
    }
    build(file);
    try (DecodedImage image = open(file)) {
      byte[] small = answer(image, TILE, 60, true);
      assertTrue(Arrays.equals(quantization(before), quantization(small)));
      byte[] copied = answer(image, TILE, 85, true);
      assertTrue(Arrays.equals(quantization(copied), quantization(answer(image, TILE, 90, false))));
      byte[] drawn = answer(image, TILE, 85, false);
      assertFalse(Arrays.equals(quantization(copied), quantization(drawn)));
      assertTrue(drawn.length < copied.length, drawn.length + ", " + copied.length);
    }
  }

  @Test
  void allOfTheFileIsTakenFromTheFile() throws Exception {
    Path file = write(true, false);
    byte[] before;
    try (DecodedImage image = open(file)) {
      before = answer(image, "full", 60, true);
    }
    build(file);
    try (DecodedImage image = open(file)) {
      assertArrayEquals(before, answer(image, "full", 60, true));
      assertEquals(
          before.length,
          renderer(60, true).whole(image, plan(image, "full")).orElseThrow().length());
    }
  }

  @Test
  void whatTheImageCameWithIsCopiedWhateverQualityIsAskedFor() throws Exception {
    Path file = write(false, false);
    build(file);
    try (DecodedImage image = open(file)) {
      byte[] copied = answer(image, TILE, 20, true);
      assertTrue(Arrays.equals(quantization(Files.readAllBytes(file)), quantization(copied)));
      byte[] reduced = answer(image, REDUCED, 20, true);
      assertFalse(
          Arrays.equals(quantization(answer(image, REDUCED, 95, true)), quantization(reduced)));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsTurnedByItsExifBlockLooksTheSame(boolean progressive) throws Exception {
    Path file = write(progressive, true);
    Picture tile;
    Picture reduced;
    try (DecodedImage image = open(file)) {
      tile = picture(image, TILE);
      reduced = picture(image, REDUCED);
    }
    build(file);
    try (DecodedImage image = open(file)) {
      assertEquals(Orientation.ofExif(6), image.facts().orientation());
      assertEquals(progressive, image.facts().levels().getFirst().tile().isPresent());
      assertAlike(tile, picture(image, TILE));
      assertAlike(reduced, picture(image, REDUCED));
    }
  }

  private static Picture picture(DecodedImage image, String region) throws Exception {
    return Picture.of(new JpegDecoder(), answer(image, region, 95, true));
  }

  private static void assertAlike(Picture before, Picture after) {
    assertEquals(before.width() + "x" + before.height(), after.width() + "x" + after.height());
    double difference = before.meanDifference(after);
    assertTrue(difference < 2.5, "they differ by " + difference);
  }
}
