package org.casaba.samples;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Every name on the chart. They are set first, so that the rest can keep off them. */
final class Names {
  private record Name(Shape outline, Color ink, double margin) {}

  private static final Lettering.Anchor START = Lettering.Anchor.START;
  private static final Lettering.Anchor MIDDLE = Lettering.Anchor.MIDDLE;
  private static final Lettering.Anchor END = Lettering.Anchor.END;

  private final Island island;
  private final List<Name> names = new ArrayList<>();
  private final List<double[]> summits = new ArrayList<>();

  Names(Island island) {
    this.island = island;
    title();
    seas();
    heights();
    woods();
    shores();
    notes();
  }

  void reserve(Reserve letters) {
    names.forEach(name -> letters.take(name.outline(), name.margin()));
  }

  void draw(Plate plate) {
    for (double[] summit : summits) {
      Line triangle =
          Line.through(
              summit[0] - 6,
              summit[1] + 4,
              summit[0],
              summit[1] - 7,
              summit[0] + 6,
              summit[1] + 4,
              summit[0] - 6,
              summit[1] + 4);
      plate.outline(triangle.path(), Inks.SHEET, 1.6, Inks.BLACK);
    }
    names.forEach(name -> plate.fill(name.outline(), name.ink()));
  }

  private void add(Shape outline, double margin) {
    names.add(new Name(outline, Inks.BLACK, margin));
  }

  private void title() {
    Lettering hollow = Lettering.roman(210).weighing(17).spaced(400);
    Line baseline =
        Line.through(4250, 5850, 5400, 5300, 6700, 4500, 7900, 3700, 9100, 3100, 9750, 2600)
            .smooth(5);
    Path2D outline = hollow.along(baseline, "CASABA");
    names.add(new Name(outline, Inks.faint(Inks.BLACK, 0.88), 14));
  }

  private void seas() {
    Lettering sea = Lettering.italic(120).spaced(95).weighing(10);
    add(sea.along(Line.arc(new double[] {5200, 900}, 4900, 2.95, 2.15), "MARGINAL SEA"), 12);
    add(
        sea.along(
            Line.through(2700, 7050, 4200, 7420, 6000, 7520, 8000, 7420, 9400, 7100).smooth(4),
            "THE GREAT WHITE SPACE"),
        12);
    Lettering sound = Lettering.italic(74).spaced(70).weighing(10);
    add(sound.along(Line.arc(new double[] {9300, 3100}, 2050, -0.62, 0.42), "INK SOUND"), 12);
    Lettering bay = Lettering.italic(46).spaced(36);
    add(bay.along(Line.arc(new double[] {6250, 700}, 1130, 2.1, 1.05), "Bay of Folios"), 9);
    add(bay.along(Line.through(7760, 4990, 8350, 5560, 8800, 5950).smooth(4), "Colophon Roads"), 9);
    add(bay.along(Line.arc(new double[] {3330, 3640}, 420, 2.5, 0.6), "The Gutter"), 9);
    add(bay.along(Line.through(9300, 3560, 9800, 3680, 10300, 3540).smooth(4), "Tint Sound"), 9);
    add(bay.along(Line.arc(new double[] {4300, 7400}, 1000, -2.3, -1.0), "Footnote Bay"), 9);
  }

  private void heights() {
    Lettering range = Lettering.italic(52).spaced(130).weighing(10);
    add(
        range.along(
            Line.through(4500, 4830, 5300, 4340, 6000, 3830, 6700, 3250, 7300, 2780).smooth(4),
            "THE SCRIPTORIUM RANGE"),
        8);
    add(
        Lettering.italic(36)
            .spaced(110)
            .along(Line.through(4420, 1900, 4500, 2700, 4330, 3500).smooth(3), "PICA FELLS"),
        7);
    add(
        Lettering.italic(36)
            .spaced(110)
            .along(Line.through(6250, 5200, 6750, 5900, 6950, 6650).smooth(3), "KERN HILLS"),
        7);
    summit("Mount Tessera", 5950, 4250);
    summit("The Pyramid", 7300, 2950);
    summit("Inkhorn", 8850, 2300);
    summit("Deckle Edge", 4400, 5100);
    summit("Cap Height", 8150, 2450);
    summit("Old Baseline", 6850, 6000);
    summit("Pica", 4520, 2350);
    summit("Nonpareil", 5100, 4700);
    summit("Hanging Stone", 9000, 4800);
    summit("Bastarda", 6450, 5150);
  }

  /* The name goes to the highest point near by. */
  private void summit(String name, double nearX, double nearY) {
    double x = nearX;
    double y = nearY;
    for (double dx = -240; dx <= 240; dx += 8) {
      for (double dy = -240; dy <= 240; dy += 8) {
        if (island.height.at(nearX + dx, nearY + dy) > island.height.at(x, y)) {
          x = nearX + dx;
          y = nearY + dy;
        }
      }
    }
    summits.add(new double[] {x, y});
    add(Lettering.italic(24).spaced(14).at(x + 16, y + 4, START, name), 6);
    String metres = Integer.toString((int) Math.round(island.height.at(x, y)));
    add(Lettering.italic(14).at(x + 18, y + 26, START, metres), 5);
  }

  private void woods() {
    Lettering wood = Lettering.italic(34).spaced(60);
    add(wood.along(Line.through(5330, 3980, 5480, 3400, 5560, 3000).smooth(3), "Foxing Wood"), 7);
    add(wood.along(Line.through(6700, 3900, 6980, 3650, 7240, 3420).smooth(3), "Slipcase"), 7);
    add(wood.along(Line.through(5650, 4950, 6150, 4720, 6600, 4560).smooth(3), "Endpaper Wood"), 7);
    add(
        wood.along(
            Line.through(7950, 2250, 8500, 2700, 9300, 2950).smooth(3), "Blackletter Forest"),
        7);
    add(wood.along(Line.through(2500, 4700, 2850, 4640, 3250, 4720).smooth(3), "Gilt Edge"), 7);
    add(wood.along(Line.through(5750, 5900, 6200, 5760, 6700, 5960).smooth(3), "Half Calf"), 7);
    add(wood.along(Line.through(7550, 4600, 7900, 4480, 8180, 4320).smooth(3), "The Spine"), 7);
  }

  private void shores() {
    Lettering cape = Lettering.italic(32).spaced(18);
    add(cape.at(4270, 1130, MIDDLE, "Cape Serif"), 8);
    add(cape.at(10010, 3110, START, "Cape Terminal"), 8);
    add(cape.at(7090, 7220, START, "Cape Descender"), 8);
    add(cape.at(2190, 4890, END, "Point Hanging Indent"), 8);
    add(cape.at(8760, 1060, MIDDLE, "Ascender Head"), 8);
    add(cape.at(9760, 5060, START, "Tail Point"), 8);
    Lettering isle = Lettering.italic(24).spaced(14);
    add(Lettering.italic(34).spaced(40).at(10330, 3450, START, "Ampersand Isles"), 8);
    add(Lettering.italic(30).spaced(30).at(10380, 1010, START, "Addenda"), 8);
    add(isle.at(8470, 7180, START, "Errata Rocks"), 7);
    add(isle.at(6180, 1590, START, "Apostrophe I."), 7);
    add(isle.at(1320, 4390, MIDDLE, "Isle of Stet"), 7);
    add(isle.at(4720, 7010, MIDDLE, "Full Stop"), 7);
    add(isle.at(8210, 5690, START, "Comma"), 7);
    add(isle.at(3130, 3430, END, "Tilde I."), 7);
  }

  private void notes() {
    Lettering note = Lettering.italic(13);
    String[][] notes = {
      {"8472", "7206", "here the burin slipped, 1786"},
      {"1320", "4414", "was to be deleted; is not"},
      {"10012", "3140", "beyond this the letters have no finish"},
      {"6182", "1616", "omitted on the older charts"},
      {"10382", "1036", "found after the plate was cut"},
      {"5990", "4300", "the first tile was laid here"},
    };
    for (String[] line : notes) {
      double x = Double.parseDouble(line[0]);
      double y = Double.parseDouble(line[1]);
      add(note.at(x, y, x == 1320 ? MIDDLE : START, line[2]), 5);
    }
  }
}
