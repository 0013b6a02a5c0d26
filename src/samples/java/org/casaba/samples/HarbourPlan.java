package org.casaba.samples;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A plan of the capital's harbour: a piece of the chart at a good four times its scale. */
final class HarbourPlan {
  /** Pixels of the plan for one of the chart. */
  static final double SCALE = 4.2;

  private static final int WIDTH = 3000;
  private static final int HEIGHT = 2000;
  private static final double LEFT = 7150;
  private static final double TOP = 4500;
  private static final String[] STREETS = {
    "Frisket Lane",
    "Tympan Street",
    "Bodoni Street",
    "Great Ream Street",
    "Little Ream Street",
    "Composing Row",
    "Galley Street",
    "Forme Street",
    "Quoin Lane",
    "Ink Street",
    "Burnisher Street",
    "Rag Street",
    "Deckle Walk",
    "Watermark Street",
    "Ropewalk",
    "Sheet Street"
  };
  private static final Line[] MOLES = {
    Line.through(150, 1620, 280, 1610, 430, 1570, 560, 1490).smooth(3),
    Line.through(1430, 1690, 1300, 1740, 1150, 1720, 1020, 1640).smooth(3)
  };
  private static final double[][] SHIPS = {
    {760, 1745, 84}, {1560, 1850, -66}, {1800, 1800, 84}, {440, 1740, 56}
  };

  private final Land land;
  private final Plate plate = new Plate(WIDTH, HEIGHT);
  private final Reserve letters = new Reserve(WIDTH, HEIGHT);
  private final Reserve blocks = new Reserve(WIDTH, HEIGHT);
  private final AffineTransform view = new AffineTransform();
  private final HarbourTitle title = new HarbourTitle(plate, WIDTH, HEIGHT);
  private final TownView houses = new TownView(plate, view, 1.5);
  private final Path2D dry = new Path2D.Double(Path2D.WIND_EVEN_ODD);

  HarbourPlan(Land land) {
    this.land = land;
    view.scale(SCALE, SCALE);
    view.translate(-LEFT, -TOP);
    for (Line coast : Isolines.of(land.island().land, 0, 6)) {
      dry.append(view.createTransformedShape(coast.averaged(1).smooth(2).path()), false);
    }
    reserve();
    plate.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), new Color(0xCFDDD9));
    plate.fill(dry, new Color(0xF3E8CE));
    drawDepths();
    drawGround();
    drawTown();
    drawMoles();
    drawShipping();
    title.drawBorder();
    title.drawTitle();
  }

  private void reserve() {
    letters.take(title.outline(), 14);
    letters.take(roadstead(), 30);
    for (Line mole : MOLES) {
      letters.take(mole, 34);
    }
    for (double[] ship : SHIPS) {
      double half = Math.abs(ship[2]);
      letters.take(
          new Ellipse2D.Double(ship[0] - 1.2 * half, ship[1] - 1.5 * half, 2.4 * half, 1.9 * half),
          4);
    }
    for (Town.Block block : land.settlements().capital().blocks()) {
      blocks.take(view.createTransformedShape(block.outline()), 14);
    }
  }

  private static Shape roadstead() {
    Line baseline = Line.through(300, 1800, 620, 1855, 1000, 1860, 1400, 1830).smooth(3);
    return Lettering.italic(46).spaced(60).along(baseline, "Colophon Roads");
  }

  private boolean free(double x, double y) {
    return x > 0 && y > 0 && x < WIDTH && y < HEIGHT && letters.free(x, y);
  }

  private boolean onPlan(double x, double y) {
    return x > -60 && y > -60 && x < WIDTH + 60 && y < HEIGHT + 60 && dry.contains(x, y);
  }

  private Line seen(Line line) {
    var xs = new double[line.size()];
    var ys = new double[line.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = (line.xs()[i] - LEFT) * SCALE;
      ys[i] = (line.ys()[i] - TOP) * SCALE;
    }
    return new Line(xs, ys);
  }

  private void drawDepths() {
    Grid near =
        Grid.of(
            WIDTH,
            HEIGHT,
            8,
            (x, y) -> SCALE * land.sea().smoothDistance(LEFT + x / SCALE, TOP + y / SCALE));
    double distance = 9;
    for (int i = 0; i < 22; i++) {
      double fading = 1 - i / 22.0;
      for (Line line : Isolines.of(near, distance, 6)) {
        for (Line part : line.averaged(2).smooth(1).parts(this::free, 80)) {
          plate.draw(part.path(), 0.8 + 0.9 * fading, Inks.faint(Inks.WATER, 0.25 + 0.6 * fading));
        }
      }
      distance += 9 + 1.6 * i;
    }
    soundings();
  }

  private void soundings() {
    var random = new SplittableRandom(5);
    Lettering figures = Lettering.italic(22);
    for (int row = 0; row < 30; row++) {
      for (int column = 0; column < 34; column++) {
        double x = (column + 0.5 * (row % 2) + random.nextDouble(-0.2, 0.2)) * 92;
        double y = (row + random.nextDouble(-0.2, 0.2)) * 78;
        double off = land.sea().distance(LEFT + x / SCALE, TOP + y / SCALE);
        if (off > 9 && free(x, y) && free(x + 40, y)) {
          int halves = Math.max(1, (int) Math.round(off / 9 + random.nextDouble(-1, 1)));
          String text = (halves > 1 ? "" + halves / 2 : "") + (halves % 2 == 1 ? "½" : "");
          plate.fill(figures.at(x, y, Lettering.Anchor.MIDDLE, text), Inks.BLACK);
        }
      }
    }
  }

  private void drawGround() {
    for (int metres = 5; metres < 200; metres += 5) {
      for (Line contour : Isolines.of(land.island().height, metres, 8)) {
        for (Line part : seen(contour.averaged(1).smooth(2)).parts(this::free, 80)) {
          plate.draw(part.path(), metres % 25 == 0 ? 2 : 1.1, Inks.SIENNA);
        }
      }
    }
    for (Waters.River river : land.waters().rivers()) {
      double width = Math.min(40, river.widest() * SCALE);
      for (Line part : seen(river.course()).parts(this::onPlan, 80)) {
        plate.draw(part.path(), width, Inks.WATER);
      }
    }
    for (Waters.River river : land.waters().rivers()) {
      double width = Math.min(40, river.widest() * SCALE);
      for (Line part : seen(river.course()).parts(this::onPlan, 80)) {
        plate.draw(part.path(), width - 4, new Color(0xCFDDD9));
      }
    }
    houses.drawGround(land.settlements().capital());
    for (Roads.Road road : land.settlements().roads().all()) {
      Line course = seen(road.course());
      if (course.path().intersects(0, 0, WIDTH, HEIGHT)) {
        plate.draw(course, road.highway() ? 24 : 14, Inks.BLACK);
        plate.draw(course, road.highway() ? 20 : 11, Inks.PAPER);
      }
    }
    plate.draw(dry, 4, Inks.BLACK);
  }

  private void drawTown() {
    Town town = land.settlements().capital();
    houses.draw(town, land.settlements()::offRoad);
    gardens(town);
    Lettering small = Lettering.italic(14).spaced(22);
    int next = 0;
    for (Line street : town.streets()) {
      for (Line part : seen(street).parts((x, y) -> inFrame(x, y) && !blocks.free(x, y), 400)) {
        String name = STREETS[Math.min(next, STREETS.length - 1)];
        if (next < STREETS.length && part.length() > small.width(name) + 60) {
          Path2D outline = small.along(lowered(part, 5), name);
          plate.draw(outline, 4, Inks.faint(Inks.PAPER, 0.85));
          plate.fill(outline, Inks.BLACK);
          next++;
        }
      }
    }
    references(town);
  }

  private static boolean inFrame(double x, double y) {
    return x > 130 && y > 130 && x < WIDTH - 130 && y < HEIGHT - 130;
  }

  /* So that letters stand in the middle of the street, not on it. */
  private static Line lowered(Line line, double by) {
    var ys = line.ys().clone();
    for (int i = 0; i < ys.length; i++) {
      ys[i] += by;
    }
    boolean backwards = line.xs()[0] > line.xs()[line.size() - 1];
    Line lower = new Line(line.xs(), ys);
    return backwards ? lower.reversed() : lower;
  }

  private void gardens(Town town) {
    var random = new SplittableRandom(8);
    for (Town.Block block : town.blocks()) {
      if (block.market()) {
        continue;
      }
      for (int i = 0; i < 5; i++) {
        double[] at = block.at(random.nextDouble(0.2, 0.8), random.nextDouble(0.4, 0.6));
        double x = (at[0] - LEFT) * SCALE;
        double y = (at[1] - TOP) * SCALE;
        double r = 4 + random.nextDouble(3);
        plate.fill(
            new Ellipse2D.Double(x - r + 2, y - r + 3, 2 * r, 2 * r), Inks.faint(Inks.BLACK, 0.5));
        plate.outline(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), Inks.GREEN, 1, Inks.BLACK);
      }
    }
  }

  private void references(Town town) {
    int[] numbers = {0, 1, 30, 18};
    char[] marks = {'a', 'b', 'c', 'd'};
    for (int i = 0; i < numbers.length; i++) {
      double[] at = town.blocks().get(numbers[i]).at(0.8, 0.5);
      mark((at[0] - LEFT) * SCALE, (at[1] - TOP) * SCALE, marks[i]);
    }
  }

  private void mark(double x, double y, char letter) {
    plate.outline(new Ellipse2D.Double(x - 15, y - 15, 30, 30), Inks.SHEET, 1.6, Inks.BLACK);
    plate.fill(
        Lettering.italic(22).at(x, y + 8, Lettering.Anchor.MIDDLE, String.valueOf(letter)),
        Inks.BLACK);
  }

  private void drawMoles() {
    for (Line mole : MOLES) {
      plate.draw(mole.path(), 30, Inks.BLACK);
      plate.draw(mole.path(), 26, Inks.SHEET);
      plate.draw(mole.path(), Plate.dashed(26, 1.2f, 13), Inks.faint(Inks.BLACK, 0.7));
      double x = mole.xs()[mole.size() - 1];
      double y = mole.ys()[mole.size() - 1];
      plate.outline(new Ellipse2D.Double(x - 22, y - 22, 44, 44), Inks.SHEET, 2.4, Inks.BLACK);
      plate.outline(new Ellipse2D.Double(x - 8, y - 8, 16, 16), Inks.RED, 1.6, Inks.BLACK);
    }
    mark(330, 1660, 'e');
    mark(1240, 1780, 'f');
  }

  private void drawShipping() {
    for (double[] ship : SHIPS) {
      Ships.drawShip(plate, ship[0], ship[1], ship[2]);
    }
    double[][] boats = {{900, 1520, 26}, {1080, 1580, -22}, {660, 1500, 24}, {1700, 1620, 22}};
    for (double[] boat : boats) {
      Ships.drawBoat(plate, boat[0], boat[1], boat[2]);
    }
    Ships.drawAnchor(plate, 830, 1590, 26);
    Ships.drawAnchor(plate, 620, 1700, 22);
    plate.fill(roadstead(), Inks.BLACK);
  }

  /** Writes the plan as one baseline JPEG. */
  void print(Path file, Press press) throws IOException {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    plate.printAll(image);
    Files.write(file, press.jpeg(image));
  }
}
