package org.casaba.pyramid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Encoder;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.jpeg.JpegFile;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Format;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whichever way a request is answered, copied, cropped, joined, indexed or drawn, it shows the same
 * pixels. The reference is the answer as PNG, which is always decoded and drawn. Where chroma is
 * stored less densely, decoders mix neighbouring chroma samples; at the border of an MCU the
 * neighbour may be another tile's or none, so one pixel on either side of those borders may differ,
 * by {@value #AT_BORDERS} of 255 at most with these pictures, whose noise is that of a scan. All
 * others are equal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamePixelsTest {
  private static final int AT_BORDERS = 24;

  /** Larger than what is decoded from its beginning each time. */
  private static final Dimensions SIZE = new Dimensions(1900, 1300);

  private static final Planner PLANNER =
      new Planner(
          new PlanSettings(Limits.NONE, 1, FullBeyondLimits.REFUSE, TooLarge.REFUSE, false));

  private static final Watcher NOBODY = new Unwatched();

  /**
   * How an image is stored.
   *
   * @param tiled in a pyramid that has kept the JPEG data, or as the file itself
   */
  record Kind(JpegFile file, PixelLayout layout, boolean tiled) {
    boolean dense() {
      return file.factors().stream().allMatch(f -> f == 1);
    }
  }

  static final List<Kind> KINDS = kinds();

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (boolean tiled : new boolean[] {false, true}) {
      kinds.add(new Kind(JpegFile.of(2, 2, 1, 1, 1, 1), PixelLayout.RGB, tiled));
      kinds.add(new Kind(JpegFile.of(2, 1, 1, 1, 1, 1), PixelLayout.RGB, tiled));
      kinds.add(new Kind(JpegFile.of(1, 1, 1, 1, 1, 1), PixelLayout.RGB, tiled));
      kinds.add(new Kind(JpegFile.of(2, 2, 1, 1, 1, 1).restarting(9), PixelLayout.RGB, tiled));
      kinds.add(new Kind(JpegFile.of(), PixelLayout.GRAY, tiled));
    }
    return kinds;
  }

  @TempDir private static Path folder;
  private final Map<Kind, BytesContent> stored = new HashMap<>();

  private DecodedImage open(Kind kind) throws IOException {
    BytesContent known = stored.get(kind);
    BytesContent content = known == null ? store(kind) : known;
    stored.put(kind, content);
    return kind.tiled() ? new TiffDecoder().open(content) : new JpegDecoder().open(content);
  }

  private static BytesContent store(Kind kind) throws IOException {
    Picture waves = JpegFile.waves(SIZE.width(), SIZE.height(), kind.layout());
    BytesContent file = new BytesContent(kind.file().write(waves));
    if (!kind.tiled()) {
      return file;
    }
    Path target = folder.resolve("x.tif");
    try (ExecutorService executor = Executors.newFixedThreadPool(2);
        DecodedImage image = new JpegDecoder().open(file)) {
      Recipe recipe = new Recipe(256, 90, Recipe.Preference.LIKE_SOURCE);
      Built built =
          new PyramidBuilder(executor, 2)
              .build(new PyramidBuilder.Order(file, image, recipe), target, NOBODY);
      assertEquals(Built.How.KEPT, built.how());
    }
    return new BytesContent(Files.readAllBytes(target));
  }

  private static RenderPlan plan(DecodedImage image, String region, String size, Format format)
      throws Exception {
    var parameters = new ImageParameters(region, size, "0", "default." + format.extension());
    return (RenderPlan)
        PLANNER.plan(
            RequestParser.parse(ApiVersion.V3, new Identifier("x"), parameters),
            image.facts(),
            Limits.NONE);
  }

  private static byte[] answer(DecodedImage image, RenderPlan plan) throws IOException {
    RenderSettings settings =
        new RenderSettings(
            95, true, RenderSettings.Metadata.STRIP, 0xFFFFFF, RenderSettings.Filter.CATMULL_ROM);
    Encoder encoder = plan.format() == Format.JPG ? new JpegEncoder() : new PngEncoder();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Renderer(_ -> encoder, settings).render(image, plan, out);
    return out.toByteArray();
  }

  private static Picture jpeg(DecodedImage image, String region, String size) throws Exception {
    return Picture.of(new JpegDecoder(), answer(image, plan(image, region, size, Format.JPG)));
  }

  private static Picture drawn(DecodedImage image, String region, String size) throws Exception {
    return Picture.of(new PngDecoder(), answer(image, plan(image, region, size, Format.PNG)));
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void tilesShowWhatIsDrawn(Kind kind) throws Exception {
    Random random = new Random(5);
    try (DecodedImage image = open(kind)) {
      for (int i = 0; i < 12; i++) {
        int tile = random.nextBoolean() ? 256 : 512;
        int x = random.nextInt(Math.ceilDiv(SIZE.width(), tile)) * tile;
        int y = random.nextInt(Math.ceilDiv(SIZE.height(), tile)) * tile;
        check(image, kind, x, y, tile, tile);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void partsBetweenMcusShowWhatIsDrawn(Kind kind) throws Exception {
    Random random = new Random(6);
    try (DecodedImage image = open(kind)) {
      for (int i = 0; i < 12; i++) {
        int x = 16 * random.nextInt(SIZE.width() / 16);
        int y = 16 * random.nextInt(SIZE.height() / 16);
        check(image, kind, x, y, 16 * (1 + random.nextInt(30)), 16 * (1 + random.nextInt(30)));
      }
    }
  }

  private static void check(DecodedImage image, Kind kind, int x, int y, int width, int height)
      throws Exception {
    int w = Math.min(width, SIZE.width() - x);
    int h = Math.min(height, SIZE.height() - y);
    Rectangle part = new Rectangle(x, y, w, h);
    String region = x + "," + y + "," + w + "," + h;
    assertTrue(
        image.jpeg(0).orElseThrow().part(part, Orientation.UPRIGHT, false).isPresent(), region);
    Picture answered = jpeg(image, region, "max");
    Picture drawn = drawn(image, region, "max");
    assertEquals(drawn.width() + "x" + drawn.height(), answered.width() + "x" + answered.height());
    int bands = kind.layout().bands();
    for (int i = 0; i < drawn.bytes().length; i++) {
      int px = i / bands % w;
      int py = i / bands / w;
      boolean border = !kind.dense() && (isAtBorder(px, w) || isAtBorder(py, h));
      int difference = Math.abs((drawn.bytes()[i] & 0xFF) - (answered.bytes()[i] & 0xFF));
      int allowed = border ? AT_BORDERS : 0;
      assertTrue(difference <= allowed, difference + " at " + px + "," + py + " of " + region);
    }
  }

  private static boolean isAtBorder(int at, int length) {
    return at % 16 == 0 || at % 16 == 15 || at == length - 1;
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void tilesHaveNoSeams(Kind kind) throws Exception {
    try (DecodedImage image = open(kind)) {
      Picture whole = Picture.of(image.rows(0, SIZE.whole()));
      Picture left = jpeg(image, "256,256,256,256", "max");
      Picture right = jpeg(image, "512,256,256,256", "max");
      int bands = kind.layout().bands();
      long stepOfTiles = 0;
      long stepOfWhole = 0;
      for (int y = 0; y < 256; y++) {
        for (int band = 0; band < bands; band++) {
          int l = left.bytes()[(y * 256 + 255) * bands + band] & 0xFF;
          int r = right.bytes()[y * 256 * bands + band] & 0xFF;
          stepOfTiles += Math.abs(l - r);
          int at = ((256 + y) * SIZE.width() + 511) * bands + band;
          stepOfWhole += Math.abs((whole.bytes()[at] & 0xFF) - (whole.bytes()[at + bands] & 0xFF));
        }
      }
      double each = 1.0 / (256 * bands);
      assertTrue(
          (stepOfTiles - stepOfWhole) * each < 2, stepOfTiles * each + " " + stepOfWhole * each);
    }
  }

  /** Resampled pictures are drawn in either format: only the encoding is lossy. */
  @ParameterizedTest
  @FieldSource("KINDS")
  void resampledPartsShowTheSameInEachFormat(Kind kind) throws Exception {
    Random random = new Random(7);
    try (DecodedImage image = open(kind)) {
      for (int i = 0; i < 5; i++) {
        int x = random.nextInt(SIZE.width() - 300);
        int y = random.nextInt(SIZE.height() - 300);
        String region = x + "," + y + "," + (200 + random.nextInt(1200)) + ",257";
        String size = (60 + random.nextInt(120)) + ",";
        Picture jpeg = jpeg(image, region, size);
        Picture png = drawn(image, region, size);
        double sum = 0;
        for (int k = 0; k < png.bytes().length; k++) {
          int difference = (png.bytes()[k] & 0xFF) - (jpeg.bytes()[k] & 0xFF);
          sum += difference * difference;
        }
        double psnr = 10 * Math.log10(255.0 * 255 * png.bytes().length / Math.max(1, sum));
        assertTrue(psnr > 30, psnr + " dB of " + region);
      }
    }
  }
}
