package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Decimal;
import org.casaba.iiif.Format;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Quality;
import org.casaba.iiif.Region;
import org.casaba.iiif.Rotation;
import org.casaba.iiif.Size;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.Planner;
import org.casaba.plan.RenderPlan;
import org.casaba.plan.UnsatisfiableRequestException;
import org.casaba.render.RenderSettings.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that must not be seen, from the request to the encoder. */
final class RedactionTest {
  private static final int BLACK = 0xff000000;
  private static final Planner PLANNER =
      new Planner(
          new PlanSettings(
              Limits.NONE,
              4,
              PlanSettings.FullBeyondLimits.REFUSE,
              PlanSettings.TooLarge.REFUSE,
              false));

  @ParameterizedTest
  @EnumSource
  void partsBecomeOpaquelyBlackAndNothingElse(PixelLayout layout) throws IOException {
    Picture picture = Picture.random(3, 40, 30, layout);
    List<Rectangle> parts = List.of(new Rectangle(5, 6, 10, 4), new Rectangle(100, 100, 30, 50));
    Rectangle source = new Rectangle(2, 3, 40, 30);
    try (PixelRows rows = new Redact(parts, source).apply(picture.rows(layout))) {
      Picture expected = blackened(picture, List.of(new Rectangle(3, 3, 10, 4)));
      assertEquals(0, expected.distance(Picture.of(rows)));
    }
  }

  @Test
  void aPictureWithoutSuchPartsIsLeftAlone() {
    PixelRows rows = Picture.random(3, 40, 30, PixelLayout.RGB).rows(PixelLayout.RGB);
    Redact elsewhere = new Redact(List.of(new Rectangle(0, 0, 9, 9)), new Rectangle(9, 0, 40, 30));
    assertSame(rows, elsewhere.apply(rows));
  }

  /** With one level only, it is the same as if the stored picture had been black there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void equalsAPictureThatWasBlackBefore(int seed)
      throws IOException, UnsatisfiableRequestException {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      PixelLayout layout = PixelLayout.values()[random.nextInt(4)];
      Orientation orientation = Orientation.values()[random.nextInt(8)];
      Picture upright = Picture.random(i, 90, 70, layout);
      List<Rectangle> parts = List.of(within(random, 90, 70), within(random, 90, 70));
      ImageRequest request = request(random, within(random, 90, 70));
      Picture plain = render(upright, false, layout, orientation, request, List.of());
      Picture black =
          render(blackened(upright, parts), false, layout, orientation, request, List.of());
      Picture redacted = render(upright, false, layout, orientation, request, parts);
      assertEquals(plain.size(), redacted.size());
      assertEquals(0, black.distance(redacted), request + " " + parts);
    }
  }

  /** The secret is white on black: what shines through would be seen. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void nothingShinesThroughAtAnyScale(int seed) throws IOException, UnsatisfiableRequestException {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      int width = 150 + random.nextInt(60);
      int height = 110 + random.nextInt(50);
      Rectangle secret = within(random, width, height);
      Picture upright = inverse(blackened(Picture.filled(width, height, -1), List.of(secret)));
      ImageRequest request = request(random, new Rectangle(0, 0, width, height));
      Orientation orientation = Orientation.values()[random.nextInt(8)];
      Picture got = render(upright, true, PixelLayout.RGB, orientation, request, List.of(secret));
      for (int pixel : got.argb()) {
        assertEquals(0, pixel & 0xffffff, request + " " + secret);
      }
    }
  }

  /** And the other way round: of what is not secret no more than the border of a pixel is lost. */
  @Test
  void aboutNothingElseIsBlack() throws IOException, UnsatisfiableRequestException {
    Picture upright = Picture.filled(256, 192, -1);
    Rectangle secret = new Rectangle(64, 64, 65, 31);
    for (int width : new int[] {256, 200, 128, 100, 64, 33, 32, 17, 16}) {
      ImageRequest request = request(new Rectangle(0, 0, 256, 192), width, 192 * width / 256, 0);
      Picture got =
          render(upright, true, PixelLayout.GRAY, Orientation.UPRIGHT, request, List.of(secret));
      double scale = 256.0 / width;
      for (int y = 0; y < got.height(); y++) {
        for (int x = 0; x < width; x++) {
          boolean far =
              (x + 4) * scale < 64
                  || (x - 4) * scale > 129
                  || (y + 4) * scale < 64
                  || (y - 4) * scale > 95;
          boolean inside =
              (x - 3) * scale > 64
                  && (x + 4) * scale < 129
                  && (y - 3) * scale > 64
                  && (y + 4) * scale < 95;
          assertTrue(!far || got.at(x, y) == -1, () -> "far away at 1/" + scale);
          assertTrue(!inside || got.at(x, y) == BLACK, () -> "inside at 1/" + scale);
        }
      }
    }
  }

  private static ImageRequest request(Random random, Rectangle region) {
    double degrees =
        switch (random.nextInt(3)) {
          case 0 -> 0;
          case 1 -> 90 * random.nextInt(4);
          default -> random.nextInt(3600) / 10.0;
        };
    int width = 1 + random.nextInt(region.width() + 20);
    int height = 1 + random.nextInt(region.height() + 20);
    return request(region, width, height, degrees);
  }

  private static ImageRequest request(Rectangle r, int width, int height, double degrees) {
    return new ImageRequest(
        ApiVersion.V3,
        new Identifier("x"),
        new Region.Pixels(r.x(), r.y(), r.width(), r.height()),
        new Size.Exact(true, Math.min(width, 4 * r.width()), Math.min(height, 4 * r.height())),
        new Rotation(degrees > 100, new Decimal(java.math.BigDecimal.valueOf(degrees))),
        Quality.DEFAULT,
        Format.PNG);
  }

  private static Picture render(
      Picture upright,
      boolean pyramid,
      PixelLayout layout,
      Orientation orientation,
      ImageRequest request,
      List<Rectangle> redactions)
      throws IOException, UnsatisfiableRequestException {
    List<Picture> stored;
    try (PixelRows rows = new Turn(orientation.inverse()).apply(upright.rows(layout))) {
      Picture full = Picture.of(rows);
      stored = pyramid ? levels(full) : List.of(full);
    }
    PictureImage image = new PictureImage(stored, orientation, layout);
    Alterations alterations = new Alterations(redactions, null, null);
    RenderPlan plan = (RenderPlan) PLANNER.plan(request, image.facts(), Limits.NONE, alterations);
    KeepingEncoder encoder = new KeepingEncoder(Format.PNG);
    new Renderer(
            _ -> encoder,
            new RenderSettings(80, true, RenderSettings.Metadata.STRIP, 0, Filter.CATMULL_ROM))
        .render(image, plan, OutputStream.nullOutputStream());
    return encoder.picture();
  }

  /** A pyramid whose levels are the means of 2 x 2 pixels, rounded up at the edges. */
  private static List<Picture> levels(Picture full) {
    List<Picture> levels = new ArrayList<>(List.of(full));
    while (levels.getLast().width() > 12) {
      Picture from = levels.getLast();
      Dimensions size =
          new Dimensions(Math.ceilDiv(from.width(), 2), Math.ceilDiv(from.height(), 2));
      Window window = new Window(0, 0, 2.0 * size.width(), 2.0 * size.height());
      levels.add(
          ReferenceRenderer.render(
              from, window, size, false, 0, Quality.DEFAULT, ReferenceRenderer.Kernel.BOX));
    }
    return levels;
  }

  private static Picture blackened(Picture picture, List<Rectangle> parts) {
    int[] argb = picture.argb().clone();
    for (Rectangle r : parts) {
      for (int y = r.y(); y < r.bottom(); y++) {
        Arrays.fill(argb, y * picture.width() + r.x(), y * picture.width() + r.right(), BLACK);
      }
    }
    return new Picture(picture.width(), picture.height(), argb);
  }

  private static Picture inverse(Picture picture) {
    return new Picture(
        picture.width(),
        picture.height(),
        Arrays.stream(picture.argb()).map(p -> p ^ 0xffffff).toArray());
  }

  private static Rectangle within(Random random, int width, int height) {
    int x = random.nextInt(width);
    int y = random.nextInt(height);
    return new Rectangle(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
  }
}
