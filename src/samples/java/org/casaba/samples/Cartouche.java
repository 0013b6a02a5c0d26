package org.casaba.samples;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The tablet with the chart's title and scale, and the smaller one that explains the signs. */
final class Cartouche {
  private static final Lettering.Anchor MIDDLE = Lettering.Anchor.MIDDLE;
  private static final Lettering.Anchor START = Lettering.Anchor.START;

  private final Plate plate;
  private final Rectangle2D box;

  Cartouche(Plate plate, Rectangle2D box) {
    this.plate = plate;
    this.box = box;
  }

  /** The tablet's outline, for those who must keep off it. */
  Shape outline() {
    return tablet(0, 90);
  }

  /* A rectangle whose corners are cut out by circles. */
  private Area tablet(double inset, double notch) {
    double left = box.getX() + inset;
    double top = box.getY() + inset;
    double width = box.getWidth() - 2 * inset;
    double height = box.getHeight() - 2 * inset;
    var area = new Area(new Rectangle2D.Double(left, top, width, height));
    for (int i = 0; i < 4; i++) {
      double x = i % 2 == 0 ? left : left + width;
      double y = i < 2 ? top : top + height;
      area.subtract(new Area(new Ellipse2D.Double(x - notch, y - notch, 2 * notch, 2 * notch)));
    }
    return area;
  }

  /** Two rules, a string of beads between them, and a rosette in each corner. */
  void drawTablet() {
    Shape shadow =
        AffineTransform.getTranslateInstance(16, 18).createTransformedShape(tablet(0, 90));
    plate.fill(shadow, Inks.faint(Inks.BLACK, 0.16));
    plate.outline(tablet(0, 90), Inks.OCHRE, 6, Inks.BLACK);
    plate.outline(tablet(30, 90), Inks.SHEET, 3, Inks.BLACK);
    plate.draw(tablet(42, 90), 1.4, Inks.BLACK);
    drawBeads();
    for (int i = 0; i < 4; i++) {
      double x = i % 2 == 0 ? box.getX() : box.getMaxX();
      double y = i < 2 ? box.getY() : box.getMaxY();
      drawRosette(x, y, 52);
    }
  }

  private void drawBeads() {
    double gap = 30;
    int across = (int) ((box.getWidth() - 250) / gap);
    int down = (int) ((box.getHeight() - 250) / gap);
    for (int i = 0; i <= across; i++) {
      double x = box.getCenterX() + (i - across / 2.0) * gap;
      bead(x, box.getY() + 15, i % 2 == 0);
      bead(x, box.getMaxY() - 15, i % 2 == 0);
    }
    for (int i = 0; i <= down; i++) {
      double y = box.getCenterY() + (i - down / 2.0) * gap;
      bead(box.getX() + 15, y, i % 2 == 0);
      bead(box.getMaxX() - 15, y, i % 2 == 0);
    }
  }

  private void bead(double x, double y, boolean round) {
    double r = round ? 7.5 : 3;
    plate.fill(new Ellipse2D.Double(x - r + 1.6, y - r + 2, 2 * r, 2 * r), Inks.BLACK);
    plate.outline(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), Inks.SHEET, 1.4, Inks.BLACK);
  }

  private void drawRosette(double x, double y, double radius) {
    for (int ring = 0; ring < 3; ring++) {
      double out = radius * (1 - 0.3 * ring);
      for (int i = 0; i < 8; i++) {
        double angle = i * Math.PI / 4 + ring * Math.PI / 8;
        var petal = new Ellipse2D.Double(0.25 * out, -0.24 * out, 0.75 * out, 0.48 * out);
        var place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(angle);
        Color wash = ring == 1 ? Inks.ROSE : Inks.SHEET;
        plate.outline(place.createTransformedShape(petal), wash, 1.8, Inks.BLACK);
        plate.draw(
            place.createTransformedShape(Line.through(0.3 * out, 0, 0.8 * out, 0).path()),
            1,
            Inks.BLACK);
      }
    }
    plate.outline(new Ellipse2D.Double(x - 9, y - 9, 18, 18), Inks.OCHRE, 2, Inks.BLACK);
  }

  /** A level line that swells towards a lozenge in its middle. */
  void drawRule(double y, double half) {
    double x = box.getCenterX();
    for (int side : new int[] {-1, 1}) {
      Path2D wedge = new Path2D.Double();
      wedge.moveTo(x + side * 34, y - 3.4);
      wedge.lineTo(x + side * half, y);
      wedge.lineTo(x + side * 34, y + 3.4);
      wedge.closePath();
      plate.fill(wedge, Inks.BLACK);
      plate.fill(new Ellipse2D.Double(x + side * 24 - 4, y - 4, 8, 8), Inks.BLACK);
    }
    Path2D lozenge = new Path2D.Double();
    lozenge.moveTo(x - 15, y);
    lozenge.lineTo(x, y - 11);
    lozenge.lineTo(x + 15, y);
    lozenge.lineTo(x, y + 11);
    lozenge.closePath();
    plate.outline(lozenge, Inks.ROSE, 2.4, Inks.BLACK);
  }

  void drawCentred(Lettering letters, double y, String words) {
    plate.fill(letters.at(box.getCenterX(), box.getY() + y, MIDDLE, words), Inks.BLACK);
  }

  /** Letters with level strokes in their lower half, an outline, and a shadow behind. */
  void drawShaded(Lettering letters, double y, String words) {
    var outline = new Area(letters.at(box.getCenterX(), box.getY() + y, MIDDLE, words));
    for (int i = 14; i > 0; i--) {
      Shape shadow =
          AffineTransform.getTranslateInstance(i * 0.8, i * 0.8).createTransformedShape(outline);
      plate.fill(shadow, i < 5 ? Inks.SHEET : Inks.BLACK);
    }
    plate.fill(outline, Inks.SHEET);
    var strokes = new Area();
    double gap = letters.size() / 26;
    for (double up = -gap; up < letters.size() * 1.1; up += gap) {
      double thick = Math.max(0.8, gap * 0.62 * (1 - up / letters.size()));
      strokes.add(
          new Area(new Rectangle2D.Double(box.getX(), box.getY() + y - up, box.getWidth(), thick)));
    }
    strokes.intersect(outline);
    plate.fill(strokes, Inks.RED);
    plate.draw(outline, 3.2, Inks.BLACK);
  }

  /** The chart's title, with scales of sea miles and kilometres. */
  void drawTitle() {
    drawTablet();
    drawCentred(Lettering.roman(58).spaced(60), 190, "A NEW & ACCURATE CHART");
    drawCentred(Lettering.italic(50).spaced(20), 290, "of the Island of");
    drawShaded(Lettering.roman(235).weighing(20).spaced(34), 600, "CASABA");
    drawCentred(Lettering.italic(46).spaced(16), 730, "with its Roads, Rivers, Harbours & Shoals,");
    drawCentred(
        Lettering.italic(38).spaced(14), 806, "the Depths in Fathoms, the Heights in Metres;");
    drawRule(box.getY() + 870, 620);
    drawCentred(Lettering.roman(34).spaced(40), 962, "SURVEYED FROM NO SHIP");
    drawCentred(Lettering.italic(34).spaced(16), 1022, "& drawn at every Building, Line by Line,");
    drawCentred(Lettering.italic(34).spaced(16), 1076, "by a Program that has never seen the Sea");
    drawRule(box.getY() + 1130, 380);
    double mile = 926;
    drawScale(box.getCenterX() - mile, box.getY() + 1268, mile / 10, 20);
    drawCentred(Lettering.italic(30).spaced(20), 1222, "Sea Miles");
    drawScale(box.getCenterX() - 1000, box.getY() + 1400, 50, 40);
    drawCentred(Lettering.italic(30).spaced(20), 1372, "Kilometres");
    for (int i = 0; i <= 2; i++) {
      drawCentredAt(box.getCenterX() + (i - 1) * mile, box.getY() + 1250, Integer.toString(i));
    }
    for (int i = 0; i <= 4; i++) {
      if (i != 2) {
        drawCentredAt(box.getCenterX() + (i - 2) * 500, box.getY() + 1386, Integer.toString(i));
      }
    }
    plate.fill(
        Lettering.roman(9)
            .at(
                box.getCenterX(),
                box.getMaxY() - 58,
                MIDDLE,
                "whoever reads this has zoomed well; the rest of the sea is bigger than it looks"),
        Inks.BLACK);
  }

  private void drawCentredAt(double x, double y, String words) {
    plate.fill(Lettering.italic(24).at(x, y, MIDDLE, words), Inks.BLACK);
  }

  private void drawScale(double x, double y, double step, int steps) {
    for (int i = 0; i < steps; i++) {
      double top = i % 2 == 0 ? y : y + 9;
      plate.fill(new Rectangle2D.Double(x + i * step, top, step, 9), Inks.BLACK);
    }
    plate.draw(new Rectangle2D.Double(x, y, steps * step, 18), 2, Inks.BLACK);
  }

  /** One line of the explanation: what {@link #drawLegend} wrote, at what height. */
  private void entry(double y, String words) {
    plate.fill(
        Lettering.italic(30).spaced(14).at(box.getX() + 330, box.getY() + y, START, words),
        Inks.BLACK);
  }

  /** What the signs mean. */
  void drawLegend() {
    drawTablet();
    drawCentred(Lettering.roman(42).spaced(50), 150, "EXPLANATION");
    drawRule(box.getY() + 190, 330);
    double x = box.getX() + 130;
    double y = box.getY();
    Line way = Line.through(x, y + 268, x + 50, y + 258, x + 100, y + 272, x + 150, y + 262);
    plate.draw(way.smooth(2), 6.4, Inks.BLACK);
    plate.draw(way.smooth(2), 4, Inks.PAPER);
    entry(275, "Post roads");
    Line track = Line.through(x, y + 338, x + 50, y + 328, x + 100, y + 342, x + 150, y + 332);
    plate.draw(track.smooth(2).path(), Plate.dashed(1.7, 9, 4), Inks.BLACK);
    entry(345, "Tracks, dry in summer");
    Path2D triangle =
        Line.through(x + 66, y + 410, x + 75, y + 394, x + 84, y + 410, x + 66, y + 410).path();
    plate.outline(triangle, Inks.SHEET, 1.8, Inks.BLACK);
    entry(415, "Summits measured");
    plate.draw(
        Line.through(x, y + 474, x + 150, y + 474).path(), Plate.dashed(1.8, 2.2f, 11), Inks.WATER);
    plate.fill(Lettering.italic(22).at(x + 75, y + 466, MIDDLE, "7½"), Inks.BLACK);
    entry(485, "Soundings & depth lines");
    for (int i = 0; i < 60; i++) {
      double turn = i * 2.39996;
      double away = 3.6 * Math.sqrt(i);
      plate.draw(
          Line.through(
                  x + 75 + 2 * away * Math.cos(turn), y + 545 + 0.8 * away * Math.sin(turn),
                  x + 75.1 + 2 * away * Math.cos(turn), y + 545 + 0.8 * away * Math.sin(turn))
              .path(),
          2,
          Inks.BLACK);
    }
    entry(555, "Sands that dry");
    for (int i = 0; i < 14; i++) {
      double lean = x + 8 + i * 10;
      plate.draw(Line.through(lean, y + 600, lean - 2, y + 634).path(), 0.8 + 0.18 * i, Inks.BLACK);
    }
    entry(625, "Slopes, the steeper the darker");
    Ships.drawAnchor(plate, x + 75, y + 690, 24);
    entry(695, "Good holding ground");
  }
}
