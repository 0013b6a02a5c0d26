package org.casaba.samples;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** Small things for those who look closely. Most are no larger than a house. */
final class Marginalia {
  private static final Lettering TINY = Lettering.italic(10);
  private static final Lettering.Anchor MIDDLE = Lettering.Anchor.MIDDLE;
  private static final Lettering.Anchor START = Lettering.Anchor.START;

  private final Plate plate;
  private final Island island;

  Marginalia(Plate plate, Island island) {
    this.plate = plate;
    this.island = island;
  }

  /** Keeps their places free. */
  static void reserve(Reserve letters) {
    double[][] spots = {
      {4395, 1440, 40, 50}, {1330, 4200, 30, 44}, {6560, 2520, 26, 40}, {9200, 4560, 26, 40},
      {3460, 5150, 26, 40}, {5120, 6320, 26, 40}, {8060, 3180, 110, 40}, {6050, 3220, 60, 60},
      {1180, 5560, 80, 30}, {5020, 3160, 60, 40}, {8330, 7010, 60, 40}, {9900, 1500, 60, 100},
      {7180, 6240, 90, 40}, {3000, 4980, 70, 30}
    };
    for (double[] spot : spots) {
      letters.take(
          new Ellipse2D.Double(spot[0] - spot[2], spot[1] - spot[3], 2 * spot[2], 1.3 * spot[3]),
          3);
    }
  }

  void draw() {
    lighthouse(4395, 1440);
    lighthouse(1330, 4200);
    windmill(6560, 2520);
    windmill(9200, 4560);
    windmill(3460, 5150);
    windmill(5120, 6320);
    graves(8060, 3180);
    recursion();
    bottle(1180, 5560);
    surveyor(5020, 3160);
    wreck(8330, 7010);
    balloon(9900, 1500);
    sheep(7180, 6240);
    sheep(3000, 4980);
  }

  private void form(double x, double y, double size, String path, Color inside) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, size);
    plate.outline(place.createTransformedShape(SvgPath.of(path)), inside, 1.1, Inks.BLACK);
  }

  private void stroke(double x, double y, double size, String path) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, size);
    plate.draw(place.createTransformedShape(SvgPath.of(path)), 1, Inks.BLACK);
  }

  private void note(double x, double y, String words) {
    plate.fill(TINY.at(x, y, MIDDLE, words), Inks.BLACK);
  }

  private void lighthouse(double x, double y) {
    for (int i = 0; i < 9; i++) {
      double angle = Math.PI + i * Math.PI / 8;
      plate.draw(
          Line.through(
                  x + 10 * Math.cos(angle),
                  y - 33 + 10 * Math.sin(angle),
                  x + (i % 2 == 0 ? 28 : 20) * Math.cos(angle),
                  y - 33 + (i % 2 == 0 ? 28 : 20) * Math.sin(angle))
              .path(),
          0.9,
          Inks.RED);
    }
    form(x, y, 1, "M -8 0 L -5 -26 L 5 -26 L 8 0 L -8 0", Inks.SHEET);
    form(x, y, 1, "M -7 -9 L -6 -17 L 6 -17 L 7 -9 L -7 -9", Inks.RED);
    form(
        x, y, 1, "M -6 -26 L 6 -26 L 4 -29 L 4 -35 L 0 -40 L -4 -35 L -4 -29 L -6 -26", Inks.OCHRE);
  }

  private void windmill(double x, double y) {
    form(x, y, 1, "M -8 4 L -5 -20 C -4 -25 4 -25 5 -20 L 8 4 L -8 4", Inks.SHEET);
    form(x, y, 1, "M -2 4 L -2 -3 L 2 -3 L 2 4", Inks.BLACK);
    for (int i = 0; i < 4; i++) {
      var place = AffineTransform.getTranslateInstance(x, y - 18);
      place.rotate(0.4 + i * Math.PI / 2);
      Shape vane =
          place.createTransformedShape(SvgPath.of("M 0 0 L 20 0 L 20 5 L 6 5 L 5 0 L 0 0"));
      plate.outline(vane, Inks.SHEET, 0.9, Inks.BLACK);
      plate.draw(
          place.createTransformedShape(SvgPath.of("M 6 2.5 L 20 2.5 M 10 0 L 10 5 M 15 0 L 15 5")),
          0.6,
          Inks.BLACK);
    }
  }

  /* Where image formats rest. */
  private void graves(double x, double y) {
    String[] names = {"FPX", "PCX", "SID", "ECW", "LBM"};
    for (int i = 0; i < names.length; i++) {
      double gx = x - 72 + 36 * i;
      double gy = y - (i % 2) * 5;
      form(gx, gy, 1, "M -13 0 L -13 -20 C -13 -34 13 -34 13 -20 L 13 0 L -13 0", Inks.SHEET);
      stroke(gx, gy, 1, "M -19 0 L 19 0 M -16 0 L -18 -5 M 16 0 L 17 -6 M 10 0 L 11 -4");
      plate.fill(Lettering.roman(9).at(gx, gy - 11, MIDDLE, names[i]), Inks.BLACK);
    }
    note(x, y + 17, "here rest the formats that none can read");
  }

  /* In the lake lies an island with the outline of the island, and in it a lake. */
  private void recursion() {
    Line whole = Isolines.of(island.land, 0, 3000).getFirst();
    double scale = 0.014;
    var place = AffineTransform.getTranslateInstance(5545, 2865);
    place.scale(scale, scale);
    place.translate(-6200, -4100);
    Shape shore = place.createTransformedShape(whole.path());
    plate.outline(shore, Inks.SHEET, 1.1, Inks.BLACK);
    for (Line lake : island.lakeShore()) {
      plate.outline(place.createTransformedShape(lake.path()), Inks.WATER_WASH, 0.6, Inks.WATER);
    }
    plate.fill(Lettering.italic(8).at(5543, 2860, MIDDLE, "Isle of Recursion"), Inks.BLACK);
  }

  private void bottle(double x, double y) {
    form(
        x,
        y,
        1,
        "M -40 6 C -44 -2 -42 -12 -34 -14 L 4 -20 C 10 -21 12 -25 18 -26 L 32 -28 L 33 -21 L 20 -18"
            + " C 14 -17 13 -12 8 -10 L -30 8 C -34 10 -38 10 -40 6",
        Inks.WATER_WASH);
    form(x, y, 1, "M 32 -29 L 38 -30 L 39 -22 L 33 -21 L 32 -29", Inks.OCHRE);
    form(x, y, 1, "M -33 1 L -30 -8 L -2 -13 L 0 -8 L -33 1", Inks.SHEET);
    stroke(
        x, y, 1, "M -60 14 C -46 8 -34 16 -20 12 C -4 6 10 14 30 10 M -30 20 C -14 14 4 22 20 17");
    note(x + 10, y + 34, "send more tiles");
  }

  private void surveyor(double x, double y) {
    stroke(x, y, 1, "M 0 -16 L -9 4 M 0 -16 L 9 4 M 0 -16 L 1 4");
    form(x, y, 1, "M -8 -18 L 8 -21 L 8 -17 L -8 -14 L -8 -18", Inks.OCHRE);
    form(
        x + 18,
        y,
        1,
        "M -4 4 L -5 -10 C -6 -16 4 -18 5 -12 L 5 4 L 1 4 L 0 -5 L -1 4 L -4 4",
        Inks.WATER);
    plate.outline(new Ellipse2D.Double(x + 14, y - 24, 8, 8), Inks.ROSE, 1, Inks.BLACK);
    form(x + 18, y, 1, "M -8 -22 L -3 -24 L -2 -29 L 3 -29 L 4 -24 L 8 -22 L -8 -22", Inks.BLACK);
    note(x + 10, y + 18, "the Surveyor, surveying himself");
  }

  private void wreck(double x, double y) {
    form(
        x,
        y,
        1,
        "M -36 -4 C -30 12 10 14 26 -8 L 16 -6 L 12 -12 L 2 -6 L -8 -12 L -14 -4 L -36 -4",
        Inks.OCHRE);
    stroke(x, y, 1, "M -4 -10 L 12 -44 M 4 -28 L 20 -22 M -18 -6 L -24 -30 M 12 -44 L 16 -36");
    stroke(x, y, 1, "M -44 12 C -30 6 -18 16 0 11 C 12 7 24 14 38 9");
    note(x, y + 26, "the Ringing Artefact, lost 1992");
  }

  private void balloon(double x, double y) {
    form(
        x,
        y,
        1,
        "M 0 -10 C -16 -26 -26 -40 -26 -56 C -26 -74 -14 -84 0 -84 C 14 -84 26 -74 26 -56 C 26 -40"
            + " 16 -26 0 -10",
        Inks.SHEET);
    form(
        x,
        y,
        1,
        "M 0 -10 C -7 -26 -10 -40 -10 -56 C -10 -74 -6 -84 0 -84 C 6 -84 10 -74 10 -56 C 10 -40 7"
            + " -26 0 -10",
        Inks.ROSE);
    stroke(x, y, 1, "M -25 -48 C -10 -42 10 -42 25 -48 M -5 8 L -4 -12 M 5 8 L 4 -12");
    plate.outline(new Rectangle2D.Double(x - 6, y + 8, 12, 8), Inks.OCHRE, 1, Inks.BLACK);
    note(x, y + 30, "The Prospect from here is charming: 12000 by 8000");
  }

  private void sheep(double x, double y) {
    var random = new java.util.SplittableRandom((long) x);
    for (int i = 0; i < 11; i++) {
      double sx = x + random.nextDouble(-60, 60);
      double sy = y + random.nextDouble(-18, 14);
      double side = random.nextBoolean() ? 1 : -1;
      stroke(sx, sy, 1, "M -3 2 L -3 5 M 3 2 L 3 5");
      plate.outline(new Ellipse2D.Double(sx - 5, sy - 3.4, 10, 6.8), Inks.SHEET, 0.9, Inks.BLACK);
      plate.fill(new Ellipse2D.Double(sx + side * 5 - 1.8, sy - 3.6, 3.6, 3.2), Inks.BLACK);
    }
    plate.fill(
        TINY.at(
            x + 70,
            y,
            START,
            x > 5000 ? "Counting them has sent two Clerks to sleep" : "grey sheep"),
        Inks.BLACK);
  }
}
