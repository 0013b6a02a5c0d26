package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;
import org.casaba.iiif.Format;
import org.casaba.iiif.Quality;
import org.casaba.plan.Alterations;
import org.casaba.plan.RenderPlan;
import org.casaba.render.RenderSettings.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RendererTest {
  private static final int BACKGROUND = 0xffc040;
  private static final Dimensions SIZE = new Dimensions(131, 89);
  private static final byte[] ICC = {1, 2, 3};

  static Stream<Arguments> randomPlans() {
    Random random = new Random(20);
    return Stream.generate(() -> randomPlan(random)).limit(120);
  }

  private static Arguments randomPlan(Random random) {
    double x = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 130;
    double y = random.nextInt(3) == 0 ? random.nextInt(88) : random.nextDouble() * 88;
    double w = random.nextDouble() * (131 - x) + 1e-3;
    double h = y == Math.rint(y) ? 89 - y : random.nextDouble() * (89 - y) + 1e-3;
    Dimensions scaled = new Dimensions(1 + random.nextInt(90), 1 + random.nextInt(70));
    Orientation turn = Orientation.values()[random.nextInt(8)];
    double rotation = random.nextBoolean() ? 0 : random.nextInt(900) / 10.0;
    Quality quality = Quality.values()[random.nextInt(4)];
    Format format = Format.values()[random.nextInt(4)];
    PixelLayout layout = PixelLayout.values()[random.nextInt(4)];
    Dimensions canvas = ReferenceRenderer.canvas(turn.apply(scaled), rotation);
    Window window = new Window(x, y, w, h);
    return Arguments.of(
        layout,
        new RenderPlan(
            0, window, scaled, turn, rotation, canvas, quality, format, Alterations.NONE));
  }

  @ParameterizedTest
  @MethodSource("randomPlans")
  void equalsTheDefinition(PixelLayout layout, RenderPlan plan) throws IOException {
    Picture source = Picture.random(1, SIZE.width(), SIZE.height(), layout);
    PictureImage image = new PictureImage(List.of(source), layout, null);
    KeepingEncoder encoder = render(image, plan);
    assertEquals(plan.canvas(), encoder.picture().size());
    assertTrue(image.allRowsAreClosed());
    assertTrue(plan.format().alpha() || !encoder.layout().alpha());
    Picture colored = reference(source, plan);
    Picture expected = plan.format().alpha() ? colored : onBackground(colored);
    if (plan.quality() == Quality.BITONAL) {
      assertBitonal(recolored(expected, Quality.GRAY), encoder.picture());
    } else {
      double distance = encoder.picture().distance(recolored(expected, plan.quality()));
      assertTrue(distance <= 2.5, () -> distance + " levels off");
    }
  }

  private static Picture reference(Picture source, RenderPlan plan) {
    double degrees = 90 * plan.turn().quarterTurns() + plan.rotation();
    return ReferenceRenderer.render(
        source, plan.window(), plan.scaled(), plan.turn().mirrored(), degrees, Quality.DEFAULT);
  }

  private static Picture onBackground(Picture picture) {
    return ReferenceRenderer.flattened(picture, BACKGROUND);
  }

  private static Picture recolored(Picture picture, Quality quality) {
    Window all = Window.of(picture.size().whole());
    return ReferenceRenderer.render(picture, all, picture.size(), false, 0, quality);
  }

  /** Black and white where gray is clearly dark or light; near the threshold either will do. */
  private static void assertBitonal(Picture gray, Picture bitonal) {
    for (int i = 0; i < gray.argb().length; i++) {
      int pixel = bitonal.argb()[i];
      assertTrue(Stream.of(0, -1, 0xffffff, 0xff000000).anyMatch(argb -> argb == pixel));
      int alpha = gray.argb()[i] >>> 24;
      boolean opaque = pixel >>> 24 == 255;
      if (Math.abs(alpha - 128) > 2) {
        assertEquals(alpha >= 128, opaque);
      }
      int level = gray.argb()[i] & 0xff;
      if (opaque && Math.abs(level - 128) > 6) {
        assertEquals(level >= 128 ? 255 : 0, pixel & 0xff);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RGB, DEFAULT, JPG, 0, RGB, true, false",
    "RGB, COLOR, PNG, 0, RGB, true, false",
    "RGB, DEFAULT, PNG, 5, RGBA, true, false",
    "RGB, GRAY, PNG, 0, GRAY, false, false",
    "RGB, BITONAL, TIF, 0, GRAY, false, true",
    "RGB, BITONAL, TIF, 5, GRAY_ALPHA, false, false",
    "RGBA, BITONAL, JPG, 5, GRAY, false, true",
    "RGBA, DEFAULT, JPG, 5, RGB, true, false",
    "GRAY, DEFAULT, JPG, 0, GRAY, true, false",
    "GRAY, COLOR, GIF, 0, GRAY, true, false",
    "GRAY, GRAY, PNG, 5, GRAY_ALPHA, true, false",
    "GRAY, DEFAULT, JPG, 5, RGB, false, false",
    "GRAY, GRAY, JPG, 5, GRAY, true, false",
    "GRAY_ALPHA, DEFAULT, PNG, 0, GRAY_ALPHA, true, false"
  })
  void profileAndBitsFollowTheColors(
      PixelLayout stored,
      Quality quality,
      Format format,
      double rotation,
      PixelLayout layout,
      boolean profile,
      boolean bitonal)
      throws IOException {
    Picture source = Picture.random(1, 20, 10, stored);
    PictureImage image = new PictureImage(List.of(source), stored, ICC);
    Dimensions canvas = ReferenceRenderer.canvas(source.size(), rotation);
    Window all = Window.of(source.size().whole());
    RenderPlan plan =
        new RenderPlan(
            0,
            all,
            source.size(),
            Orientation.UPRIGHT,
            rotation,
            canvas,
            quality,
            format,
            Alterations.NONE);
    KeepingEncoder encoder = render(image, plan);
    assertEquals(layout, encoder.layout());
    assertEquals(profile, encoder.options().iccProfile().isPresent());
    assertEquals(bitonal, encoder.options().bitonal());
    assertEquals(77, encoder.options().jpegQuality());
  }

  @Test
  void aTileOfALevelIsDecodedAloneAndUnchanged() throws IOException {
    Picture full = Picture.random(1, SIZE.width(), SIZE.height(), PixelLayout.RGB);
    Picture half = Picture.random(2, 66, 45, PixelLayout.RGB);
    PictureImage image = new PictureImage(List.of(full, half), PixelLayout.RGB, null);
    Rectangle tile = new Rectangle(32, 16, 16, 16);
    RenderPlan plan = plan(1, Window.of(tile), tile.size(), Orientation.UPRIGHT);
    assertEquals(0, render(image, plan).picture().distance(half.part(tile)));
    assertEquals(List.of(tile), image.asked());
  }

  @ParameterizedTest
  @EnumSource
  void whatTheDecoderThrowsComesOutUnchangedAndTheRowsAreClosed(Orientation turn) {
    DamagedImageException damage = new DamagedImageException("the third row is damaged");
    PictureImage image = image(damage);
    RenderPlan plan = plan(0, Window.of(SIZE.whole()), new Dimensions(40, 30), turn);
    assertSame(damage, assertThrows(IOException.class, () -> render(image, plan)));
    assertTrue(image.allRowsAreClosed());
  }

  @Test
  void anEncoderThatFailsLeavesNothingOpen() {
    PictureImage image = image(null);
    IOException gone = new IOException("the client has gone");
    RenderPlan plan =
        plan(0, Window.of(SIZE.whole()), new Dimensions(40, 30), Orientation.TURNED_90);
    Renderer renderer = renderer(new GivingUp(gone));
    assertSame(
        gone,
        assertThrows(
            IOException.class,
            () -> renderer.render(image, plan, OutputStream.nullOutputStream())));
    assertFalse(image.asked().isEmpty());
    assertTrue(image.allRowsAreClosed());
  }

  private static PictureImage image(@Nullable IOException damage) {
    Picture white = Picture.filled(SIZE.width(), SIZE.height(), -1);
    return new PictureImage(List.of(white), PixelLayout.RGB, null, damage);
  }

  /** Reads one row and fails. */
  private record GivingUp(IOException reason) implements Encoder {
    @Override
    public Format format() {
      return Format.PNG;
    }

    @Override
    public void encode(PixelRows rows, EncodeOptions options, OutputStream out) throws IOException {
      rows.next(new byte[rows.width() * rows.layout().bands()]);
      throw reason;
    }
  }

  private static RenderPlan plan(int level, Window window, Dimensions scaled, Orientation turn) {
    return new RenderPlan(
        level,
        window,
        scaled,
        turn,
        0,
        turn.apply(scaled),
        Quality.DEFAULT,
        Format.PNG,
        Alterations.NONE);
  }

  private static Renderer renderer(Encoder encoder) {
    return new Renderer(
        f -> encoder,
        new RenderSettings(
            77, true, RenderSettings.Metadata.STRIP, BACKGROUND, Filter.CATMULL_ROM));
  }

  private static KeepingEncoder render(PictureImage image, RenderPlan plan) throws IOException {
    KeepingEncoder encoder = new KeepingEncoder(plan.format());
    renderer(encoder).render(image, plan, OutputStream.nullOutputStream());
    return encoder;
  }
}
