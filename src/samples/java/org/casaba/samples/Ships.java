package org.casaba.samples;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Ships under sail, boats, anchors, whales, and the serpent. */
final class Ships {
  private final Plate plate;
  private final AffineTransform place;
  private final double pen;

  private Ships(Plate plate, AffineTransform place, double pen) {
    this.plate = plate;
    this.place = place;
    this.pen = pen;
  }

  /** A full-rigged ship, about {@code 2 * size} long; a negative size sails to the right. */
  static void drawShip(Plate plate, double x, double y, double size) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size / 100, Math.abs(size) / 100);
    var ship = new Ships(plate, place, Math.max(0.8, Math.abs(size) / 110));
    ship.rigging();
    ship.mast(-42, 118, 34);
    ship.mast(6, 138, 38);
    ship.mast(50, 104, 27);
    ship.hull();
    ship.waves();
  }

  /** A fishing boat with one lugsail. */
  static void drawBoat(Plate plate, double x, double y, double size) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size / 100, Math.abs(size) / 100);
    var boat = new Ships(plate, place, Math.max(0.8, Math.abs(size) / 70));
    boat.line(0, -12, 0, -120);
    boat.form(
        "M -46 -100 C -58 -70 -60 -40 -40 -22 C 0 -30 20 -28 40 -34 C 34 -70 10 -100 -46 -100",
        Inks.SHEET);
    for (int i = 0; i < 6; i++) {
      boat.line(10 + 5 * i, -70 + 5 * i, 14 + 4 * i, -32);
    }
    boat.form("M -70 -18 C -50 14 40 14 66 -20 C 20 -10 -30 -8 -70 -18", Inks.OCHRE);
    boat.waves();
  }

  static void drawAnchor(Plate plate, double x, double y, double size) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(0.35);
    place.scale(size / 100, size / 100);
    var anchor = new Ships(plate, place, Math.max(1.2, size / 14));
    anchor.line(0, -80, 0, 90);
    anchor.line(-50, -55, 50, -55);
    anchor.open("M -70 40 C -60 80 -20 92 0 92 C 20 92 60 80 70 40");
    anchor.open("M -84 56 L -70 36 L -52 54 M 84 56 L 70 36 L 52 54");
    anchor.open("M 0 -80 C -18 -80 -18 -108 0 -108 C 18 -108 18 -80 0 -80");
  }

  private void form(String commands, Color inside) {
    Shape shape = place.createTransformedShape(SvgPath.of(commands));
    plate.outline(shape, inside, pen, Inks.BLACK);
  }

  private void open(String commands) {
    plate.draw(place.createTransformedShape(SvgPath.of(commands)), pen, Inks.BLACK);
  }

  private void line(double... coordinates) {
    fine(0.8, coordinates);
  }

  private void fine(double share, double... coordinates) {
    plate.draw(
        place.createTransformedShape(Line.through(coordinates).path()), share * pen, Inks.BLACK);
  }

  private void hull() {
    form(
        "M -84 -18 C -70 -6 -66 4 -60 12 C -20 18 40 18 76 10 C 80 -6 82 -20 86 -34"
            + " C 74 -32 66 -30 58 -26 C 20 -14 -40 -12 -84 -18",
        Inks.OCHRE);
    open("M -76 -10 C -30 -4 30 -6 80 -22");
    open("M -70 -2 C -30 4 30 2 79 -12");
    open("M -64 6 C -30 11 30 10 77 0");
    for (int i = 0; i < 13; i++) {
      double x = -58 + i * 10;
      double y = -5 - 0.0016 * x * x * (x > 0 ? 1.1 : 0.2);
      plate.fill(
          place.createTransformedShape(new java.awt.geom.Rectangle2D.Double(x, y, 4.4, 4)),
          Inks.BLACK);
    }
    open("M -84 -18 C -96 -26 -108 -34 -126 -42");
    form("M 78 -30 L 92 -34 L 92 -26 L 84 -24", Inks.ROSE);
    form("M 88 -36 L 88 -66 C 78 -72 70 -62 58 -68 L 58 -52 C 70 -46 78 -56 88 -50", Inks.RED);
  }

  /* Three square sails that belly to the left, one above the other. */
  private void mast(double foot, double height, double half) {
    line(foot, -16, foot, -height - 14);
    double[] tops = {0.30, 0.62, 0.86};
    double[] bottoms = {0.10, 0.32, 0.64};
    double[] widths = {1, 0.82, 0.58};
    double[] narrower = {0.9, 0.66, 0.5};
    for (int i = 0; i < 3; i++) {
      double top = -18 - height * (tops[i] + 0.06);
      double bottom = -18 - height * bottoms[i];
      sail(foot, top, bottom, new double[] {half * narrower[i], half * widths[i]});
    }
    form(
        "M %s %s C %s %s %s %s %s %s L %s %s"
            .formatted(
                foot,
                -height - 14,
                foot - 8,
                -height - 19,
                foot - 14,
                -height - 8,
                foot - 28,
                -height - 14,
                foot,
                -height - 7),
        Inks.RED);
  }

  private void sail(double foot, double top, double bottom, double[] halves) {
    double belly = (bottom - top) * 0.34;
    double leftTop = foot - halves[0] - 4;
    double rightTop = foot + halves[0] - 4;
    double left = foot - halves[1] - 4;
    double right = foot + halves[1] - 4;
    double middle = (top + bottom) / 2;
    form(
        "M %s %s L %s %s C %s %s %s %s %s %s C %s %s %s %s %s %s C %s %s %s %s %s %s"
            .formatted(
                leftTop,
                top,
                rightTop,
                top,
                rightTop - belly,
                middle - 4,
                right - belly,
                middle + 6,
                right,
                bottom,
                foot + halves[1] / 3,
                bottom - belly * 0.7,
                foot - halves[1] / 2,
                bottom - belly * 0.7,
                left,
                bottom,
                left - belly,
                middle + 6,
                leftTop - belly,
                middle - 4,
                leftTop,
                top),
        Inks.SHEET);
    fine(1.6, leftTop - 3, top, rightTop + 3, top);
    for (int i = 1; i < 12; i++) {
      double share = i / 24.0;
      double x = right - share * (right - left);
      double xTop = rightTop - share * (rightTop - leftTop);
      Path2D stroke = new Path2D.Double();
      double end = bottom - belly * 0.5 * Math.min(1, share * 3);
      stroke.moveTo(xTop, top + 2 + share * 14);
      stroke.curveTo(
          xTop - belly, middle - 4, x - belly, middle + 6, x, end - share * (bottom - top) * 0.7);
      plate.draw(place.createTransformedShape(stroke), 0.5 * pen, Inks.faint(Inks.BLACK, 0.75));
    }
  }

  private void rigging() {
    double[][] stays = {
      {-42, -130, -126, -42}, {-42, -90, -100, -30}, {6, -150, -42, -84}, {50, -116, 6, -70},
      {-42, -128, 6, -30}, {6, -148, 50, -30}, {50, -114, 84, -34}, {-42, -60, -58, -16},
      {-42, -60, -26, -16}, {6, -66, -12, -14}, {6, -66, 24, -16}, {50, -52, 38, -20},
      {50, -52, 64, -24}
    };
    for (double[] stay : stays) {
      fine(0.45, stay);
    }
    form(
        "M -46 -108 C -66 -90 -92 -62 -112 -40 C -96 -42 -70 -44 -58 -36 C -58 -60 -54 -86 -46"
            + " -108",
        Inks.SHEET);
  }

  private void waves() {
    double[][] at = {
      {-96, 14}, {-52, 20}, {-8, 22}, {36, 20}, {78, 16}, {-74, 30}, {-28, 32}, {22, 33}, {62, 29}
    };
    for (double[] wave : at) {
      for (int i = 0; i < 3; i++) {
        double x = wave[0] + 5 * i;
        double y = wave[1] + 3 * i;
        Path2D swell = new Path2D.Double();
        swell.moveTo(x - 26 + 4 * i, y);
        swell.curveTo(x - 12, y - 4, x - 4, y + 4, x + 24 - 6 * i, y - 1);
        plate.draw(place.createTransformedShape(swell), 0.6 * pen, Inks.faint(Inks.BLACK, 0.8));
      }
    }
  }

  /** A whale that blows. */
  static void drawWhale(Plate plate, double x, double y, double size) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size / 100, Math.abs(size) / 100);
    var whale = new Ships(plate, place, Math.max(0.9, Math.abs(size) / 70));
    whale.form(
        "M -92 6 C -96 -34 -56 -54 -10 -44 C 30 -36 54 -16 70 -20 C 82 -26 80 -44 70 -54"
            + " C 88 -56 98 -44 98 -34 C 108 -46 122 -48 134 -42 C 122 -24 106 -14 92 -2"
            + " C 80 6 70 8 60 8",
        Inks.WATER_WASH);
    whale.open("M -88 -6 C -70 -16 -56 -14 -44 -4");
    for (int i = 0; i < 9; i++) {
      whale.fine(0.5, -30 + i * 9, 6, -24 + i * 9, -14 + i);
    }
    plate.fill(place.createTransformedShape(new Ellipse2D.Double(-62, -26, 6, 5)), Inks.BLACK);
    whale.open("M -58 -52 C -60 -74 -72 -84 -84 -78 M -58 -52 C -56 -78 -50 -92 -38 -86");
    whale.open("M -58 -52 C -60 -84 -64 -98 -74 -100 M -58 -52 C -56 -90 -58 -104 -50 -106");
    whale.waves();
  }

  /** The serpent: head and four coils, each smaller than the one before. */
  static void drawSerpent(Plate plate, double x, double y, double size) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size / 100, Math.abs(size) / 100);
    var serpent = new Ships(plate, place, Math.max(0.9, Math.abs(size) / 75));
    double[] starts = {-20, 62, 134, 196};
    double[] spans = {66, 56, 46, 34};
    for (int i = 0; i < 4; i++) {
      serpent.coil(starts[i], spans[i], 15 - 2.4 * i);
    }
    serpent.form(
        "M 236 8 C 244 -14 262 -22 272 -16 C 268 -24 276 -34 288 -30 C 284 -22 284 -14 276 -10 C"
            + " 266 -8 258 0 254 8",
        Inks.WATER_WASH);
    serpent.form(
        "M -52 8 C -60 -24 -56 -50 -66 -62 C -74 -70 -90 -62 -108 -56 C -116 -54 -118 -62 -112 -66"
            + " C -104 -72 -96 -76 -88 -84 C -82 -94 -66 -98 -54 -88 C -34 -70 -34 -30 -26 8",
        Inks.WATER_WASH);
    serpent.open("M -108 -60 C -98 -62 -92 -66 -84 -68");
    serpent.open("M -110 -64 L -128 -68 M -128 -68 L -136 -64 M -128 -68 L -134 -74");
    serpent.form("M -62 -92 C -64 -104 -58 -110 -50 -112 C -54 -104 -50 -98 -52 -88", Inks.ROSE);
    plate.fill(place.createTransformedShape(new Ellipse2D.Double(-80, -82, 5, 5)), Inks.BLACK);
    for (int i = 0; i < 11; i++) {
      serpent.fine(0.6, -50 + i * 1.4, -74 + i * 7.2, -38 + i * 0.9, -78 + i * 7.4);
    }
    serpent.waves();
    var behind = new AffineTransform(place);
    behind.translate(150, 0);
    new Ships(plate, behind, serpent.pen).waves();
  }

  private void coil(double start, double span, double thick) {
    double top = -span * 0.95;
    double end = start + span;
    form(
        "M %s 8 C %s %s %s %s %s 8 L %s 8 C %s %s %s %s %s 8"
            .formatted(
                start,
                start,
                top - thick,
                end,
                top - thick,
                end,
                end - thick,
                end - thick,
                top + thick,
                start + thick,
                top + thick,
                start + thick),
        Inks.WATER_WASH);
    for (int i = 1; i < 14; i++) {
      double share = i / 14.0;
      double angle = Math.PI * (1 - share);
      double middle = start + span / 2;
      double outX = middle + span / 2 * Math.cos(angle);
      double inX = middle + (span / 2 - thick * 0.7) * Math.cos(angle);
      double high = 0.74 * (top - thick) * Math.sin(angle) + 8;
      double low = 0.74 * (top + thick) * Math.sin(angle) + 8;
      fine(0.5, outX, high, inX, high + (low - high) * 0.6);
    }
  }
}
