package org.casaba.samples;

import java.awt.geom.Rectangle2D;

/** The border: a ladder of latitude and longitude between rules, and the lines of the graticule. */
final class Frame {
  private static final double MINUTE_DOWN = 926;
  private static final double MINUTE_ACROSS = 730;
  private static final double WEST = 31 * 60 + 9;
  private static final double NORTH = 38 * 60 + 41;
  private static final double OUTER = 208;
  private static final double INNER = 244;

  private final Sheet sheet;
  private final Plate plate;

  Frame(Sheet sheet, Plate plate) {
    this.sheet = sheet;
    this.plate = plate;
  }

  /** Thin lines at every minute, at sea only. */
  void drawGraticule(Reserve letters, Sea sea) {
    double right = sheet.width() - sheet.neatLine();
    double bottom = sheet.height() - sheet.neatLine();
    for (double x = first(MINUTE_ACROSS); x < right; x += MINUTE_ACROSS) {
      drawThin(Line.through(x, sheet.neatLine(), x, bottom), letters, sea);
    }
    for (double y = first(MINUTE_DOWN); y < bottom; y += MINUTE_DOWN) {
      drawThin(Line.through(sheet.neatLine(), y, right, y), letters, sea);
    }
  }

  private void drawThin(Line line, Reserve letters, Sea sea) {
    for (Line part :
        line.resampled(8).parts((x, y) -> letters.free(x, y) && sea.distance(x, y) > 8, 120)) {
      plate.draw(part.path(), 1, Inks.faint(Inks.BLACK, 0.5));
    }
  }

  private double first(double minute) {
    return sheet.neatLine() + 0.42 * minute;
  }

  void drawBorder() {
    rule(sheet.frame() - 26, 11);
    rule(sheet.frame() - 6, 2);
    rule(OUTER, 2.4);
    rule(INNER, 2.4);
    rule(sheet.neatLine(), 2.4);
    rule(sheet.neatLine() - 7, 1.2);
    drawLadder(true);
    drawLadder(false);
  }

  private void rule(double inset, double width) {
    Rectangle2D rectangle = sheet.inset(inset);
    plate.draw(
        rectangle,
        new java.awt.BasicStroke(
            (float) width, java.awt.BasicStroke.CAP_SQUARE, java.awt.BasicStroke.JOIN_MITER),
        Inks.BLACK);
  }

  private void drawLadder(boolean across) {
    double length = across ? sheet.width() : sheet.height();
    double minute = across ? MINUTE_ACROSS : MINUTE_DOWN;
    double step = minute / 6;
    double start = first(minute) - step * 6;
    for (int i = 0; start + i * step < length - INNER; i++) {
      double from = Math.max(INNER, start + i * step);
      double to = Math.min(length - INNER, start + (i + 1) * step);
      if (to > from && i % 2 == 0) {
        rung(across, from, to - from);
      }
      if (from > sheet.neatLine() && from < length - sheet.neatLine()) {
        figures(across, from, i);
      }
    }
  }

  private void rung(boolean across, double from, double length) {
    double third = (INNER - OUTER) / 3;
    for (boolean far : new boolean[] {false, true}) {
      double other = across ? sheet.height() : sheet.width();
      double at = far ? other - OUTER - 2 * third : OUTER + third;
      plate.fill(
          across
              ? new Rectangle2D.Double(from, at, length, third)
              : new Rectangle2D.Double(at, from, third, length),
          Inks.BLACK);
    }
  }

  private void figures(boolean across, double at, int rung) {
    int tens = rung % 6;
    double minutes = across ? WEST - rung / 6 : NORTH - rung / 6;
    boolean whole = tens == 0;
    String text =
        whole
            ? (int) minutes / 60 + "° " + String.format("%02d", (int) minutes % 60) + "′"
            : 60 - 10 * tens + "″";
    Lettering letters = whole ? Lettering.roman(24) : Lettering.italic(14);
    double middle = (INNER + sheet.neatLine() - 7) / 2;
    double half = letters.size() / 2;
    for (boolean far : new boolean[] {false, true}) {
      if (across) {
        double y = (far ? sheet.height() - middle : middle) + half;
        plate.fill(letters.at(at, y, Lettering.Anchor.MIDDLE, text), Inks.BLACK);
      } else {
        double x = far ? sheet.width() - middle - half : middle + half;
        plate.fill(
            letters.turned(
                far ? x : x, at, far ? Math.PI / 2 : -Math.PI / 2, Lettering.Anchor.MIDDLE, text),
            Inks.BLACK);
      }
      tick(across, at, far, whole);
    }
  }

  private void tick(boolean across, double at, boolean far, boolean whole) {
    double other = across ? sheet.height() : sheet.width();
    double from = far ? other - OUTER : OUTER;
    double to = far ? other - INNER : INNER;
    Line line = across ? Line.through(at, from, at, to) : Line.through(from, at, to, at);
    plate.draw(line.path(), whole ? 3 : 1.4, Inks.BLACK);
  }
}
