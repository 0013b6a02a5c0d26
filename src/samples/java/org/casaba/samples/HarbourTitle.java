package org.casaba.samples;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;

/** What is written and ruled around the plan of the harbour. */
final class HarbourTitle {
  private static final double MARGIN = 90;
  private static final String[] REFERENCES = {
    "Market & fountain",
    "St. Jerome’s",
    "Custom House",
    "Paper Exchange",
    "Old Mole",
    "New Mole & Light"
  };

  private final Plate plate;
  private final int width;
  private final int height;
  private final Cartouche tablet;

  HarbourTitle(Plate plate, int width, int height) {
    this.plate = plate;
    this.width = width;
    this.height = height;
    tablet = new Cartouche(plate, new Rectangle2D.Double(2040, 1310, 800, 530));
  }

  Shape outline() {
    return tablet.outline();
  }

  /** The margin, over whatever was drawn into it, and the frame. */
  void drawBorder() {
    var sheet = new Area(new Rectangle2D.Double(0, 0, width, height));
    sheet.subtract(
        new Area(new Rectangle2D.Double(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)));
    plate.fill(sheet, Inks.PAPER);
    double[][] rules = {{MARGIN, 2.4}, {MARGIN - 12, 1.2}, {MARGIN - 34, 8}};
    for (double[] rule : rules) {
      Shape frame =
          new Rectangle2D.Double(rule[0], rule[0], width - 2 * rule[0], height - 2 * rule[0]);
      plate.draw(frame, rule[1], Inks.BLACK);
    }
  }

  /** Title, references and scale. */
  void drawTitle() {
    tablet.drawTablet();
    tablet.drawCentred(Lettering.italic(28).spaced(24), 112, "Plan of the Harbour of");
    tablet.drawCentred(Lettering.roman(50).spaced(24), 186, "PORT COLOPHON");
    Lettering reference = Lettering.italic(20).spaced(14);
    for (int i = 0; i < REFERENCES.length; i++) {
      double x = 2040 + (i < 3 ? 110 : 430);
      double y = 1310 + 266 + 44 * (i % 3);
      plate.fill(
          reference.at(x, y, Lettering.Anchor.START, (char) ('a' + i) + ". " + REFERENCES[i]),
          Inks.BLACK);
    }
    double step = 25 * HarbourPlan.SCALE;
    for (int i = 0; i < 4; i++) {
      plate.outline(
          new Rectangle2D.Double(2440 + (i - 2) * step, 1760, step, 9),
          i % 2 == 0 ? Inks.BLACK : Inks.SHEET,
          1.6,
          Inks.BLACK);
    }
    tablet.drawCentred(Lettering.italic(18).spaced(12), 434, "Two Hundred Metres");
  }
}
