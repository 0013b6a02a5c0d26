package org.casaba.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;

/** Towns, villages and hamlets, the roads between them, and the fields around them. */
final class Settlements {
  private record Place(String name, double x, double y, double radius, String linked) {
    double[] centre() {
      return new double[] {x, y};
    }
  }

  /* Radius 0 is a hamlet. The last column names whom a road leads to. */
  private static final Place[] PLACES = {
    new Place("PORT COLOPHON", 7400, 4560, 330, ""),
    new Place("FOLIO", 5690, 2440, 215, "VELLUM"),
    new Place("RECTO", 9420, 4230, 205, "PORT COLOPHON"),
    new Place("VERSO", 3900, 4270, 205, "FOLIO"),
    new Place("VELLUM", 6350, 2720, 165, "PORT COLOPHON"),
    new Place("QUIRE", 4960, 2800, 130, "FOLIO"),
    new Place("QUOIN", 5380, 6080, 170, "Burin"),
    new Place("RUBRIC", 8700, 4640, 150, "RECTO"),
    new Place("Burin", 7720, 5990, 105, "PORT COLOPHON"),
    new Place("Gloss", 3200, 5290, 110, "VERSO"),
    new Place("Etching", 7700, 1640, 110, "VELLUM"),
    new Place("Serif", 4430, 1520, 70, "QUIRE"),
    new Place("Mezzotint", 9450, 2000, 95, "Etching"),
    new Place("Aquatint", 9620, 3020, 80, "RECTO"),
    new Place("Marginalia", 2560, 5080, 75, "Gloss"),
    new Place("Incipit", 8330, 3650, 85, "RECTO"),
    new Place("Explicit", 7000, 6760, 60, "Burin"),
    new Place("Stet", 6100, 6450, 0, "QUOIN"),
    new Place("Sic", 5050, 5850, 0, "QUOIN"),
    new Place("Ibid.", 4700, 6060, 0, "QUOIN"),
    new Place("Op. Cit.", 4300, 5900, 0, "QUOIN"),
    new Place("Passim", 4350, 3750, 0, "VERSO"),
    new Place("Vide Infra", 3700, 3350, 0, "VERSO"),
    new Place("Nota Bene", 7050, 1900, 0, "Etching"),
    new Place("Viz.", 8350, 1500, 0, "Etching"),
    new Place("Et Al.", 9000, 1640, 0, "Mezzotint"),
    new Place("Errors Excepted", 9260, 5020, 0, "RUBRIC"),
    new Place("Quod Vide", 8500, 5180, 0, "RUBRIC"),
    new Place("Octavo", 6850, 5300, 0, "PORT COLOPHON"),
    new Place("Duodecimo", 7320, 5640, 0, "Burin"),
    new Place("Loc. Cit.", 4850, 2200, 0, "Serif"),
    new Place("Catchword", 7950, 3350, 0, "Incipit"),
    new Place("Dogear", 6050, 5480, 0, "QUOIN"),
    new Place("Bookworm", 4800, 3500, 0, "QUIRE")
  };

  private final Island island;
  private final List<Town> towns = new ArrayList<>();
  private final Roads roads;
  private final Reserve onRoad;

  Settlements(Island island, Waters waters) {
    this.island = island;
    roads = new Roads(island, waters);
    onRoad = new Reserve(Island.WIDTH, Island.HEIGHT);
    var wet = new Reserve(Island.WIDTH, Island.HEIGHT);
    waters.reserve(wet);
    for (int pass = 0; pass < 2; pass++) {
      for (Place place : PLACES) {
        boolean highway = place.radius() > 90;
        if (highway == (pass == 0) && !place.linked().isEmpty()) {
          roads.connect(place.centre(), find(place.linked()).centre(), highway);
        }
      }
    }
    roads.connect(find("FOLIO").centre(), find("Etching").centre(), true);
    roads.connect(find("QUOIN").centre(), find("Gloss").centre(), true);
    for (Place place : PLACES) {
      if (place.radius() > 0) {
        towns.add(
            new Town(
                place.centre(),
                place.radius(),
                shoreAngle(place),
                place.name().hashCode(),
                (x, y) -> island.land.at(x, y) > 12 && wet.free(x, y, 6)));
      }
    }
    for (Roads.Road road : roads.all()) {
      onRoad.take(road.course(), road.highway() ? 7 : 5);
    }
  }

  Town capital() {
    return towns.getFirst();
  }

  Roads roads() {
    return roads;
  }

  /** Where houses may stand. */
  boolean offRoad(double x, double y) {
    return onRoad.free(x, y);
  }

  private static Place find(String name) {
    for (Place place : PLACES) {
      if (place.name().equals(name)) {
        return place;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /* Streets run along the shore and straight up from it. */
  private double shoreAngle(Place place) {
    double reach = place.radius();
    double dx =
        island.land.at(place.x() + reach, place.y()) - island.land.at(place.x() - reach, place.y());
    double dy =
        island.land.at(place.x(), place.y() + reach) - island.land.at(place.x(), place.y() - reach);
    return Math.atan2(dy, dx) + Math.PI / 2;
  }

  void reserve(Reserve letters, Reserve built) {
    towns.forEach(town -> town.reserve(built));
    roads.reserve(built);
    for (Place place : PLACES) {
      letters.take(label(place), 7);
      if (place.radius() == 0) {
        built.take(new Ellipse2D.Double(place.x() - 26, place.y() - 20, 52, 40), 4);
      }
    }
  }

  void drawFields(Plate plate, Fields fields) {
    for (Place place : PLACES) {
      double radius = place.radius() == 0 ? 230 : 260 + 1.5 * place.radius();
      fields.draw(plate, place.centre(), radius, place.name().hashCode());
    }
  }

  void draw(Plate plate, Waters waters, Reserve letters) {
    var view = new TownView(plate, new AffineTransform(), 0.9);
    towns.forEach(view::drawGround);
    roads.draw(plate, waters);
    towns.forEach(town -> view.draw(town, (x, y) -> offRoad(x, y) && letters.free(x, y)));
    for (Place place : PLACES) {
      if (place.radius() == 0) {
        drawHamlet(plate, place);
      }
      plate.draw(label(place), 5, Inks.faint(Inks.PAPER, 0.8));
      plate.fill(label(place), Inks.BLACK);
    }
  }

  private static Shape label(Place place) {
    if (place.radius() == 0) {
      return Lettering.italic(22)
          .spaced(12)
          .at(place.x() + 24, place.y() + 6, Lettering.Anchor.START, place.name());
    }
    double size = place.radius() > 300 ? 62 : place.radius() > 120 ? 44 : 34;
    Lettering letters =
        place.radius() > 120 ? Lettering.roman(size).spaced(28) : Lettering.roman(size);
    double above = place.y() - place.radius() - 26;
    return letters.at(place.x(), above, Lettering.Anchor.MIDDLE, place.name());
  }

  /* Five roofs and a chapel with its cross. */
  private void drawHamlet(Plate plate, Place place) {
    var random = new java.util.SplittableRandom(place.name().hashCode());
    for (int i = 0; i < 9; i++) {
      double angle = i * 0.8 + random.nextDouble(0.5);
      double away = 9 + random.nextDouble(14);
      double x = place.x() + away * Math.cos(angle);
      double y = place.y() + 0.8 * away * Math.sin(angle);
      var turn = AffineTransform.getTranslateInstance(x, y);
      turn.rotate(random.nextDouble(3));
      var plan = new java.awt.geom.Rectangle2D.Double(-4.5, -3, 9, 6);
      Shape shadow =
          AffineTransform.getTranslateInstance(0.8, 1)
              .createTransformedShape(turn.createTransformedShape(plan));
      if (offRoad(x, y)) {
        plate.fill(shadow, Inks.faint(Inks.BLACK, 0.75));
        plate.outline(turn.createTransformedShape(plan), Inks.ROSE, 0.9, Inks.BLACK);
      }
    }
    double x = place.x();
    double y = place.y() - 6;
    plate.outline(new Ellipse2D.Double(x - 4, y - 4, 8, 8), Inks.SHEET, 1.3, Inks.BLACK);
    plate.draw(Line.through(x, y - 4, x, y - 13).path(), 1.3, Inks.BLACK);
    plate.draw(Line.through(x - 3, y - 10, x + 3, y - 10).path(), 1.3, Inks.BLACK);
  }
}
