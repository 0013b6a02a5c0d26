package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.Overlay.Placement;
import org.casaba.plan.Overlay.Position;
import org.casaba.render.RenderSettings.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against what java.awt composes. */
final class LayOverTest {
  private static final Picture STAMP = Picture.random(5, 23, 17, PixelLayout.RGBA);
  private static final Picture GRAY_STAMP = Picture.random(6, 23, 17, PixelLayout.GRAY_ALPHA);

  @ParameterizedTest
  @CsvSource({
    "TOP_LEFT, 7, 7",
    "TOP_CENTER, 51, 7",
    "TOP_RIGHT, 96, 7",
    "LEFT_CENTER, 7, 37",
    "CENTER, 51, 37",
    "RIGHT_CENTER, 96, 37",
    "BOTTOM_LEFT, 7, 67",
    "BOTTOM_CENTER, 51, 67",
    "BOTTOM_RIGHT, 96, 67"
  })
  void liesWhereThePositionSays(Position position, int left, int top) throws IOException {
    for (PixelLayout layout : PixelLayout.values()) {
      Picture below = Picture.random(1, 126, 91, layout);
      Picture got = laid(STAMP, below, layout, new Placement(position, 7, 0, 0));
      assertNear(composed(below, STAMP, left, top), got);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRepeatedAllOverThePicture(PixelLayout layout) throws IOException {
    Picture below = Picture.random(1, 126, 91, layout);
    Picture expected = below;
    for (int top = 4; top < 91; top += 17 + 4) {
      for (int left = 4; left < 126; left += 23 + 4) {
        expected = composed(expected, STAMP, left, top);
      }
    }
    assertNear(expected, laid(STAMP, below, layout, new Placement(Position.REPEAT, 4, 0, 0)));
  }

  @Test
  void fillsThePictureInProportion() throws IOException {
    Picture below = Picture.random(1, 126, 91, PixelLayout.RGB);
    Picture got = laid(STAMP, below, PixelLayout.RGB, new Placement(Position.SCALED, 5, 0, 0));
    // 116 x 81 are free: 4.76 times the height is 110 x 81.
    Picture scaled =
        ReferenceRenderer.render(
            STAMP,
            org.casaba.geometry.Window.of(STAMP.size().whole()),
            new Dimensions(110, 81),
            false,
            0,
            org.casaba.iiif.Quality.DEFAULT);
    double distance = composed(below, scaled, 8, 5).distance(got);
    assertTrue(distance <= 3, distance + " levels off");
  }

  @Test
  void isCutOffWhereThePictureEnds() throws IOException {
    Random random = new Random(9);
    for (int i = 0; i < 200; i++) {
      int width = 1 + random.nextInt(40);
      int height = 1 + random.nextInt(30);
      Position position = Position.values()[random.nextInt(9)];
      int inset = random.nextInt(3) == 0 ? Integer.MAX_VALUE : random.nextInt(30);
      Picture below = Picture.random(i, width, height, PixelLayout.RGBA);
      Dimensions size = new Dimensions(width, height);
      Placement placement = new Placement(position, inset, 0, 0);
      Spot spot = Spot.of(placement, STAMP.size(), size);
      Picture got = laid(STAMP, below, PixelLayout.RGBA, placement);
      assertNear(composed(below, STAMP, spot.left(), spot.top()), got);
      boolean inside = spot.left() >= 0 && spot.left() + 23 <= width;
      assertEquals(width >= 23, inside, "an inset does not push it out");
    }
  }

  @ParameterizedTest
  @EnumSource
  void grayStaysGrayUnderGray(PixelLayout layout) throws IOException {
    Placement placement = new Placement(Position.CENTER, 0, 0, 0);
    Picture below = Picture.random(2, 50, 40, layout);
    try (PixelRows rows = step(GRAY_STAMP, below, placement).apply(below.rows(layout))) {
      assertEquals(layout, rows.layout());
      assertNear(composed(below, GRAY_STAMP, 13, 11), Picture.of(rows));
    }
    try (PixelRows rows = step(STAMP, below, placement).apply(below.rows(layout))) {
      assertEquals(PixelLayout.of(true, layout.alpha()), rows.layout());
    }
  }

  @Test
  void rowsAreNotAskedForTwice() throws IOException {
    Picture below = Picture.random(1, 126, 91, PixelLayout.RGB);
    PictureRows source = below.rows(PixelLayout.RGB);
    Placement placement = new Placement(Position.SCALED, 0, 0, 0);
    try (PixelRows rows = step(STAMP, below, placement).apply(source)) {
      Picture.of(rows);
    }
    assertTrue(source.isClosed());
  }

  private static LayOver step(Picture stamp, Picture below, Placement placement)
      throws OverlayException {
    return LayOver.of(
        new Stamp(stamp.width(), stamp.height(), stamp.argb()),
        placement,
        below.size(),
        Filter.CATMULL_ROM);
  }

  private static Picture laid(Picture stamp, Picture below, PixelLayout layout, Placement placement)
      throws IOException {
    try (PixelRows rows = step(stamp, below, placement).apply(below.rows(layout))) {
      return Picture.of(rows);
    }
  }

  private static void assertNear(Picture expected, Picture got) {
    double distance = expected.distance(got);
    assertTrue(distance <= 1.5, distance + " levels off");
  }

  private static Picture composed(Picture below, Picture above, int left, int top) {
    BufferedImage image = image(below);
    Graphics2D graphics = image.createGraphics();
    graphics.setComposite(AlphaComposite.SrcOver);
    graphics.drawImage(image(above), left, top, null);
    graphics.dispose();
    return Picture.of(image);
  }

  private static BufferedImage image(Picture p) {
    BufferedImage image = new BufferedImage(p.width(), p.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, p.width(), p.height(), p.argb(), 0, p.width());
    return image;
  }
}
