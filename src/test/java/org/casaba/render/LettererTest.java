package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.Overlay;
import org.casaba.plan.Overlay.Lettering;
import org.casaba.plan.Overlay.Placement;
import org.casaba.plan.Overlay.Position;
import org.casaba.render.RenderSettings.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LettererTest {
  private static final Dimensions LARGE = new Dimensions(3000, 2000);

  private static Overlay.Text text(String text, double size, double minSize, Position position) {
    return new Overlay.Text(
        text,
        new Lettering("SansSerif", size, minSize, 1, 0, 0xffff0000, 0, 0xff0000ff, 0),
        new Placement(position, 10, 0, 0));
  }

  private static Stamp drawn(Overlay.Text text, Dimensions picture) throws OverlayException {
    return Letterer.draw(text, picture).stamp();
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

  /** Whoever can lengthen a text does not get rid of it. */
  @ParameterizedTest
  @EnumSource(names = {"BOTTOM_RIGHT", "TOP_CENTER", "REPEAT", "SCALED"})
  void isAlwaysSeen(Position position) throws IOException {
    for (String text :
        new String[] {
          "Copy for Anna",
          "M".repeat(300) + "\nArchives",
          "Copy for " + "M".repeat(300),
          "Copy for " + "many words ".repeat(80),
          "Copy for\n".repeat(900),
          "\u200b\n".repeat(900) + "Anna",
          "\u00a0".repeat(900) + "Anna",
          "\u05e9\u05dc\u05d5\u05dd".repeat(80)
        }) {
      for (double stroke : new double[] {0, 200}) {
        for (int inset : new int[] {12, Integer.MAX_VALUE}) {
          for (Dimensions size : new Dimensions[] {new Dimensions(600, 300)}) {
            Lettering lettering =
                new Lettering("SansSerif", 24, 18, 1, 0, 0xffff0000, 0, 0xff0000ff, stroke);
            Placement placement = new Placement(position, inset, 0, 0);
            int red = red(laid(new Overlay.Text(text, lettering, placement), size));
            String what = text.length() + " characters, " + stroke + " " + inset + " " + size;
            assertTrue(red > 100, what + ": " + red + " pixels");
          }
        }
      }
    }
  }

  @Test
  void isSeenOnPicturesOfSomePixels() throws IOException {
    for (int width = 5; width < 40; width += 7) {
      for (int height = 5; height < 40; height += 7) {
        Picture got =
            laid(text("MMM", 24, 18, Position.BOTTOM_RIGHT), new Dimensions(width, height));
        assertTrue(red(got) > 0, width + " x " + height);
      }
    }
    drawn(text("MMM", 24, 18, Position.SCALED), new Dimensions(1, 1));
  }

  @Test
  void isBrokenBetweenWordsBeforeItIsCutOff() throws OverlayException {
    Overlay.Text text = text("The Island of Casaba", 40, 30, Position.CENTER);
    Dimensions size = drawn(text, new Dimensions(200, 200)).size();
    assertTrue(size.width() <= 180 && size.height() > 60 && size.height() <= 180, size.toString());
  }

  @Test
  void theInsetGivesWayBeforeTheText() throws OverlayException {
    Overlay.Text text = text("The Island of Casaba", 40, 30, Position.CENTER);
    Dimensions size = drawn(text, new Dimensions(1000, 42)).size();
    assertTrue(size.height() > 30 && size.height() <= 42, size.toString());
  }

  private static Picture laid(Overlay.Text text, Dimensions size) throws IOException {
    PlacedStamp placed = Letterer.draw(text, size);
    Picture below = Picture.filled(size.width(), size.height(), -1);
    LayOver step = LayOver.of(placed.stamp(), placed.placement(), size, Filter.CATMULL_ROM);
    try (PixelRows rows = step.apply(below.rows(PixelLayout.RGB))) {
      return Picture.of(rows);
    }
  }

  /** How many pixels are of the letters' colour, mostly. */
  private static int red(Picture picture) {
    int red = 0;
    for (int pixel : picture.argb()) {
      red +=
          (pixel >> 16 & 0xff) > 160 && (pixel >> 8 & 0xff) < 160 && (pixel & 0xff) < 160 ? 1 : 0;
    }
    return red;
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
    assertTrue(drawn(endless, LARGE).area() <= Stamp.MAX_PIXELS);
    Overlay.Text lines = text("M\n".repeat(4999), 2000, 1, Position.CENTER);
    assertTrue(drawn(lines, picture).area() <= Stamp.MAX_PIXELS);
  }

  @Test
  void whatMayNotBecomeSmallerAndIsTooLargeIsCutOff() throws OverlayException {
    Overlay.Text text = text("Casaba Island", 2000, 2000, Position.CENTER);
    Stamp stamp = drawn(text, new Dimensions(60_000, 40_000));
    assertTrue(stamp.area() <= Stamp.MAX_PIXELS && stamp.size().height() > 2000);
  }

  @Test
  void oddCharactersAreNoObstacle() throws OverlayException {
    for (String odd :
        new String[] {
          "\t\u0007\u0000x", "\ud800", "שלום", "漢字", "🗺", "\u200b", "e\u0301\n\n\nx"
        }) {
      assertTrue(drawn(text(odd, 20, 10, Position.CENTER), LARGE).area() > 0, odd);
    }
  }

  @Test
  void coloursAreThoseOfTheLettering() throws IOException {
    Lettering lettering =
        new Lettering("SansSerif", 200, 10, 2, 0, 0xffff0000, 0x8000ff00, 0xff0000ff, 6);
    Stamp stamp =
        drawn(new Overlay.Text("I", lettering, new Placement(Position.CENTER, 0, 0, 0)), LARGE);
    Picture picture;
    try (PixelRows rows = stamp.rows(0, stamp.size().height())) {
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
