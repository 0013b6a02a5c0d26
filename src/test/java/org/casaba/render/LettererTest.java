package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.Overlay;
import org.casaba.plan.Overlay.Lettering;
import org.casaba.plan.Overlay.Placement;
import org.casaba.plan.Overlay.Position;
import org.junit.jupiter.api.Test;

final class LettererTest {
  private static final Dimensions LARGE = new Dimensions(3000, 2000);

  private static Overlay.Text text(String text, double size, double minSize, Position position) {
    return new Overlay.Text(
        text,
        new Lettering("SansSerif", size, minSize, 1, 0, 0xffff0000, 0, 0xff0000ff, 0),
        new Placement(position, 10, 0, 0));
  }

  private static Stamp drawn(Overlay.Text text, Dimensions picture) throws OverlayException {
    return Letterer.draw(text, picture).orElseThrow();
  }

  @Test
  void isAsLargeAsItIsToBe() throws OverlayException {
    Dimensions once = drawn(text("Island", 40, 10, Position.CENTER), LARGE).size();
    Dimensions twice = drawn(text("Island", 80, 10, Position.CENTER), LARGE).size();
    assertTrue(once.height() > 40 && once.height() < 70, once.toString());
    assertEquals(2.0, (double) twice.width() / once.width(), 0.05);
  }

  @Test
  void linesLieBelowEachOther() throws OverlayException {
    Dimensions one = drawn(text("Island", 40, 10, Position.CENTER), LARGE).size();
    Dimensions two = drawn(text("Island\r\nSea", 40, 10, Position.CENTER), LARGE).size();
    assertEquals(one.width(), two.width());
    assertEquals(2.0, (double) two.height() / one.height(), 0.1);
  }

  @Test
  void shrinksToFit() throws OverlayException {
    for (int width = 60; width < 400; width += 7) {
      Dimensions picture = new Dimensions(width, 200);
      Dimensions size = drawn(text("The Island of Casaba", 40, 2, Position.CENTER), picture).size();
      assertTrue(size.width() <= width - 20, size + " in " + width);
      assertTrue(width > 360 || size.width() > 0.7 * (width - 20), size + " in " + width);
    }
  }

  @Test
  void isLeftOutWhereItDoesNotFitAtItsLeastSize() throws OverlayException {
    Overlay.Text text = text("The Island of Casaba", 40, 30, Position.CENTER);
    assertTrue(Letterer.draw(text, new Dimensions(200, 200)).isEmpty());
    assertTrue(Letterer.draw(text, new Dimensions(1000, 40)).isEmpty());
    assertTrue(Letterer.draw(text, new Dimensions(1, 1)).isEmpty());
    assertTrue(Letterer.draw(text, new Dimensions(1000, 200)).isPresent());
  }

  @Test
  void scaledTextFillsThePicture() throws OverlayException {
    Overlay.Text text = text("Casaba", 10, 5, Position.SCALED);
    Dimensions size = drawn(text, new Dimensions(1020, 2000)).size();
    assertTrue(size.width() <= 1000 && size.width() > 930, size.toString());
  }

  @Test
  void hugeTextIsBounded() throws OverlayException {
    Dimensions picture = new Dimensions(60_000, 40_000);
    Stamp stamp = drawn(text("Casaba\nCasaba", 2000, 10, Position.CENTER), picture);
    assertTrue(stamp.area() <= Stamp.MAX_PIXELS && stamp.area() > Stamp.MAX_PIXELS / 2);
    Stamp scaled = drawn(text("Casaba", 20, 10, Position.SCALED), picture);
    assertTrue(scaled.area() <= Stamp.MAX_PIXELS && scaled.area() > Stamp.MAX_PIXELS / 2);
    Overlay.Text endless = text("M".repeat(Overlay.Text.MAX_LENGTH), 2000, 1, Position.CENTER);
    assertTrue(drawn(endless, picture).area() <= Stamp.MAX_PIXELS);
    assertTrue(Letterer.draw(endless, LARGE).isEmpty());
    Overlay.Text lines = text("M\n".repeat(4999), 2000, 1, Position.CENTER);
    assertTrue(drawn(lines, picture).area() <= Stamp.MAX_PIXELS);
  }

  @Test
  void whatMayNotBecomeSmallerAndIsTooLargeFails() {
    Overlay.Text text = text("Casaba Island", 2000, 2000, Position.CENTER);
    assertThrows(OverlayException.class, () -> Letterer.draw(text, new Dimensions(60_000, 40_000)));
  }

  @Test
  void oddCharactersAreNoObstacle() throws OverlayException {
    for (String odd :
        new String[] {
          "\t\u0007\u0000x", "\ud800", "שלום", "漢字", "🗺", "\u200b", "e\u0301\n\n\nx"
        }) {
      assertTrue(Letterer.draw(text(odd, 20, 10, Position.CENTER), LARGE).isPresent(), odd);
    }
  }

  @Test
  void coloursAreThoseOfTheLettering() throws IOException {
    Lettering lettering =
        new Lettering("SansSerif", 200, 10, 2, 0, 0xffff0000, 0x8000ff00, 0xff0000ff, 6);
    Stamp stamp =
        drawn(new Overlay.Text("I", lettering, new Placement(Position.CENTER, 0, 0, 0)), LARGE);
    Picture picture;
    try (PixelRows rows = stamp.rows()) {
      assertEquals(PixelLayout.RGBA, rows.layout());
      picture = Picture.of(rows);
    }
    assertEquals(0x8000ff00, picture.at(1, 1));
    int middle = picture.height() / 2;
    assertEquals(0xffff0000, picture.at(picture.width() / 2, middle));
    int stroke = 0;
    for (int x = 0; x < picture.width(); x++) {
      stroke += picture.at(x, middle) == 0xff0000ff ? 1 : 0;
    }
    assertTrue(stroke >= 10 && stroke <= 12, "6 pixels on either side, not " + stroke);
  }
}
