package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Window;
import org.casaba.iiif.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RotateTest {

  @ParameterizedTest
  @EnumSource
  void equalsTheDefinition(PixelLayout layout) throws IOException {
    Random random = new Random(layout.ordinal());
    for (int i = 0; i < 25; i++) {
      int width = i % 5 == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(150);
      int height = i % 7 == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(150);
      double degrees = i % 3 == 0 ? random.nextDouble() : random.nextDouble() * 90;
      Picture picture = Picture.random(i, width, height, layout);
      Picture expected =
          ReferenceRenderer.render(
              picture,
              Window.of(picture.size().whole()),
              picture.size(),
              false,
              degrees,
              Quality.DEFAULT);
      double distance = rotated(picture, layout, degrees).distance(expected);
      assertTrue(
          distance <= 1.5, () -> distance + " levels off: " + picture.size() + " by " + degrees);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 22.5, 45, 89.99})
  void whiteStaysWhiteToItsSoftEdge(double degrees) throws IOException {
    Picture white = Picture.filled(97, 61, -1);
    Picture rotated = rotated(white, PixelLayout.GRAY, degrees);
    int soft = 0;
    double covered = 0;
    for (int argb : rotated.argb()) {
      int alpha = argb >>> 24;
      covered += alpha / 255.0;
      soft += alpha > 0 && alpha < 255 ? 1 : 0;
      if (alpha > 0) {
        assertEquals(0xffffff, argb & 0xffffff);
      }
    }
    assertTrue(soft > 0, "no edge is soft");
    assertEquals(97 * 61, covered, 160, "the area is kept, but for what the canvas cuts off");
  }

  @Test
  void cornersOfTheCanvasAreTransparent() throws IOException {
    Picture rotated = rotated(Picture.filled(90, 60, -1), PixelLayout.RGB, 30);
    assertEquals(new Dimensions(108, 97), rotated.size());
    assertEquals(0, rotated.at(0, 0));
    assertEquals(0, rotated.at(107, 0));
    assertEquals(0, rotated.at(0, 96));
    assertEquals(0, rotated.at(107, 96));
    assertEquals(-1, rotated.at(54, 48));
  }

  @Test
  void clockwiseMovesTheTopLeftCornerToTheRight() throws IOException {
    Picture picture = Picture.filled(80, 80, 0xff000000);
    for (int i = 0; i < 80 * 10; i++) {
      picture.argb()[i / 10 * 80 + i % 10] = i / 10 < 10 ? -1 : 0xff000000;
    }
    Picture rotated = rotated(picture, PixelLayout.RGB, 45);
    assertEquals(-1, rotated.at(rotated.width() / 2, 6));
  }

  @Test
  void acceptsACanvasThatIsALittleSmallerOrLarger() throws IOException {
    Picture picture = Picture.filled(50, 40, -1);
    for (int d = -1; d <= 1; d++) {
      Dimensions canvas = new Dimensions(64 + d, 60 + d);
      try (PixelRows rows = new Rotate(37, canvas).apply(picture.rows(PixelLayout.RGB))) {
        assertEquals(canvas, Picture.of(rows).size());
      }
    }
  }

  @Test
  void closesItsSourceOnceItIsReadAndEndsWithItsRows() throws IOException {
    PictureRows source = Picture.filled(10, 10, -1).rows(PixelLayout.RGB);
    PixelRows rows = new Rotate(10, new Dimensions(12, 12)).apply(source);
    assertEquals(0, source.pulled());
    Picture.of(rows);
    assertTrue(source.isClosed());
    assertThrows(IllegalStateException.class, () -> rows.next(new byte[48]));
    rows.close();
    rows.close();
  }

  private static Picture rotated(Picture picture, PixelLayout layout, double degrees)
      throws IOException {
    Dimensions canvas = ReferenceRenderer.canvas(picture.size(), degrees);
    try (PixelRows rows = new Rotate(degrees, canvas).apply(picture.rows(layout))) {
      return Picture.of(rows);
    }
  }
}
