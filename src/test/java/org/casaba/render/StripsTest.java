package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;
import org.casaba.iiif.Format;
import org.casaba.iiif.Quality;
import org.casaba.plan.Alterations;
import org.casaba.plan.Overlay;
import org.casaba.plan.Overlay.Placement;
import org.casaba.plan.Overlay.Position;
import org.casaba.plan.RenderPlan;
import org.casaba.render.RenderSettings.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn in strips by several threads is what one thread draws in one piece. */
@Timeout(120)
final class StripsTest {
  private static final Dimensions TILE = new Dimensions(256, 256);
  private static final Dimensions SIZE = new Dimensions(2101, 2003);
  private static final long MEGABYTE = 1 << 20;

  /** A plan and how the pixels are stored that it is made for. */
  private record Case(PixelLayout stored, int jpegQuality, RenderPlan plan) {}

  static Stream<Case> cases() {
    Window all = Window.of(SIZE.whole());
    Window part = new Window(100.25, 77.5, 1000.5, 900.25);
    Dimensions large = new Dimensions(2111, 1907);
    Alterations none = Alterations.NONE;
    return Stream.of(
        plan(PixelLayout.RGB, 85, all, SIZE, Format.JPG, Quality.DEFAULT, none),
        plan(PixelLayout.RGB, 95, all, SIZE, Format.JPG, Quality.DEFAULT, redacted()),
        plan(
            PixelLayout.RGB,
            85,
            part,
            large,
            Format.JPG,
            Quality.DEFAULT,
            stamped(Position.SCALED)),
        plan(PixelLayout.RGB, 85, part, large, Format.JPG, Quality.GRAY, none),
        plan(PixelLayout.GRAY, 85, part, large, Format.JPG, Quality.DEFAULT, redacted()),
        plan(PixelLayout.RGBA, 85, all, SIZE, Format.JPG, Quality.BITONAL, none),
        plan(PixelLayout.RGB, 85, all, SIZE, Format.PNG, Quality.DEFAULT, stamped(Position.REPEAT)),
        plan(PixelLayout.RGBA, 85, part, large, Format.PNG, Quality.DEFAULT, none),
        plan(PixelLayout.GRAY, 85, all, SIZE, Format.PNG, Quality.BITONAL, none),
        plan(PixelLayout.GRAY_ALPHA, 85, part, large, Format.PNG, Quality.DEFAULT, redacted()),
        plan(PixelLayout.RGB, 85, all, SIZE, Format.TIF, Quality.DEFAULT, stamped(Position.CENTER)),
        plan(PixelLayout.GRAY, 85, all, SIZE, Format.TIF, Quality.BITONAL, none),
        plan(PixelLayout.RGBA, 85, part, large, Format.TIF, Quality.DEFAULT, none));
  }

  private static Case plan(
      PixelLayout stored,
      int jpegQuality,
      Window window,
      Dimensions size,
      Format format,
      Quality quality,
      Alterations alterations) {
    Orientation turn = quality == Quality.GRAY ? Orientation.MIRRORED : Orientation.UPRIGHT;
    return new Case(
        stored,
        jpegQuality,
        new RenderPlan(0, window, size, turn, 0, size, quality, format, alterations));
  }

  private static Alterations redacted() {
    return new Alterations(
        List.of(new Rectangle(300, 200, 700, 600), new Rectangle(0, 1500, 2101, 3)), null, null);
  }

  private static Alterations stamped(Position position) {
    return new Alterations(
        List.of(), new Overlay.Image("stamp", new Placement(position, 37, 0, 0)), null);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theBytesAreTheSameHoweverManyThreadsThereAre(Case what) throws IOException {
    TiledWaves image = new TiledWaves(SIZE, what.stored(), TILE);
    byte[] alone = rendered(image, what, Crew.NONE);
    try (Crew crew = new Crew(4, 100 * MEGABYTE);
        Crew poor = new Crew(4, 7 * MEGABYTE)) {
      assertArrayEquals(alone, rendered(image, what, crew));
      assertArrayEquals(alone, rendered(image, what, poor));
    }
    assertEquals(0, image.open());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePixelsAreThoseOfOnePiece(Case what) throws IOException {
    byte[] whole = rendered(new TiledWaves(SIZE, what.stored(), null), what, Crew.NONE);
    byte[] cut = rendered(new TiledWaves(SIZE, what.stored(), TILE), what, Crew.NONE);
    assertEquals(what.plan().format() != Format.TIF, !Arrays.equals(whole, cut));
    BufferedImage expected = decoded(whole);
    BufferedImage got = decoded(cut);
    assertEquals(expected.getHeight(), got.getHeight());
    int width = expected.getWidth();
    for (int y = 0; y < expected.getHeight(); y++) {
      int[] row = expected.getRGB(0, y, width, 1, null, 0, width);
      assertArrayEquals(row, got.getRGB(0, y, width, 1, null, 0, width), "row " + y);
    }
  }

  /** By a decoder that knows nothing of ours. */
  private static BufferedImage decoded(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    if (image == null) {
      throw new IOException("no picture");
    }
    return image;
  }

  @ParameterizedTest
  @EnumSource(names = {"JPG", "PNG", "TIF"})
  void aStripThatFailsThrowsWhatTheDecoderThrew(Format format) throws IOException {
    DamagedImageException damage = new DamagedImageException("a row is damaged");
    for (int row : new int[] {0, 300, 1999}) {
      TiledWaves image = new TiledWaves(SIZE, PixelLayout.RGB, TILE).damaged(row, damage);
      try (Crew crew = new Crew(4, 100 * MEGABYTE)) {
        Case what = whole(format);
        assertSame(damage, assertThrows(IOException.class, () -> rendered(image, what, crew)));
        assertEquals(0, image.open());
        assertEquals(100 * 1024, crew.freeKilobytes());
      }
    }
  }

  @Test
  void aClientThatGoesAwayEndsAllWork() throws IOException {
    IOException gone = new IOException("gone");
    TiledWaves image = new TiledWaves(new Dimensions(2000, 100_000), PixelLayout.RGB, TILE);
    Dimensions size = new Dimensions(2000, 60_000);
    Case what =
        plan(
            PixelLayout.RGB,
            85,
            Window.of(size.whole()),
            size,
            Format.JPG,
            Quality.DEFAULT,
            Alterations.NONE);
    OutputStream leaving =
        new OutputStream() {
          private int left = 300_000;

          @Override
          public void write(int b) throws IOException {
            if (--left < 0) {
              throw gone;
            }
          }
        };
    try (Crew crew = new Crew(4, 100 * MEGABYTE)) {
      Renderer renderer = renderer(what, crew);
      assertSame(
          gone,
          assertThrows(IOException.class, () -> renderer.render(image, what.plan(), leaving)));
      assertEquals(0, image.open());
      assertEquals(100 * 1024, crew.freeKilobytes());
      int decoded = image.decoded();
      assertTrue(decoded < 30_000, () -> decoded + " rows for a client that has gone");
    }
  }

  @Test
  void closingEndsTheThreads() throws IOException {
    Crew crew = new Crew(4, 100 * MEGABYTE);
    rendered(new TiledWaves(SIZE, PixelLayout.RGB, TILE), whole(Format.TIF), crew);
    List<Thread> threads = crew.threads();
    assertFalse(threads.isEmpty());
    crew.close();
    assertTrue(threads.stream().noneMatch(Thread::isAlive));
  }

  private static Case whole(Format format) {
    Window all = Window.of(SIZE.whole());
    return plan(PixelLayout.RGB, 85, all, SIZE, format, Quality.DEFAULT, Alterations.NONE);
  }

  private static byte[] rendered(TiledWaves image, Case what, Crew crew) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] argb = new int[90 * 41];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = i * 0x12345 ^ i << 24;
    }
    renderer(what, crew).render(image, what.plan(), new Stamp(90, 41, argb), out);
    return out.toByteArray();
  }

  private static Renderer renderer(Case what, Crew crew) {
    Encoder encoder =
        switch (what.plan().format()) {
          case JPG -> new JpegEncoder();
          case PNG -> new PngEncoder();
          case TIF -> new TiffEncoder();
          default -> throw new IllegalArgumentException();
        };
    return new Renderer(
        _ -> encoder,
        new RenderSettings(
            what.jpegQuality(), true, RenderSettings.Metadata.STRIP, 0xffc040, Filter.CATMULL_ROM),
        crew);
  }
}
