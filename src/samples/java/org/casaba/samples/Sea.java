package org.casaba.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Everything wet and salt: how far the coast is, how deep the water, and how both are drawn. */
final class Sea {
  private static final double[] WATER_LINES = {
    8, 17, 27, 38, 51, 66, 83, 102, 124, 149, 178, 212, 252, 300
  };
  private static final double[] FATHOM_LINES = {5, 10, 20, 40};

  private final Island island;
  private final Noise noise = new Noise(77);
  private final Grid distance;

  Sea(Island island) {
    this.island = island;
    distance = Distance.from(island.land, 0);
  }

  /** Pixels to the nearest coast; 0 on land. */
  double distance(double x, double y) {
    return distance.at(x, y);
  }

  /** The same without the steps of the grid. */
  double smoothDistance(double x, double y) {
    return distance.smooth(x, y);
  }

  double fathoms(double x, double y) {
    double off = distance.at(x, y);
    double banks = 1 + 0.55 * noise.fractal(x / 900, y / 900, 4, 0.5);
    return Math.pow(off / 34, 0.86) * Math.max(0.2, banks);
  }

  /** Lines that follow the coast, ever wider apart and ever finer. */
  void drawWaterLines(Plate plate, Reserve letters) {
    Grid rounded = Grid.of(Island.WIDTH, Island.HEIGHT, 8, distance::smooth);
    for (int i = 0; i < WATER_LINES.length; i++) {
      Grid grid = i < 3 ? distance : rounded;
      double fading = 1 - i / (double) WATER_LINES.length;
      double width = 0.7 + 0.7 * fading;
      for (Line line : Isolines.of(grid, WATER_LINES[i], 8)) {
        Line smooth = line.averaged(i < 3 ? 3 : 2);
        for (Line part : smooth.parts((x, y) -> inSheet(x, y) && letters.free(x, y), 80)) {
          plate.draw(part.path(), width, Inks.faint(Inks.WATER, 0.35 + 0.5 * fading));
        }
      }
    }
  }

  /** Dotted lines of equal depth. */
  void drawFathomLines(Plate plate, Reserve letters) {
    Grid depth = Grid.of(Island.WIDTH, Island.HEIGHT, 32, this::fathoms);
    for (double fathoms : FATHOM_LINES) {
      float gap = fathoms == 5 ? 7 : fathoms == 10 ? 11 : 16;
      var pen = Plate.dashed(1.8, 2.2f, gap);
      for (Line line : Isolines.of(depth, fathoms, 12)) {
        for (Line part :
            line.averaged(2)
                .smooth(2)
                .parts((x, y) -> inSheet(x, y) && letters.free(x, y) && beyondLines(x, y), 60)) {
          plate.draw(part.path(), pen, Inks.WATER);
        }
      }
    }
  }

  private boolean beyondLines(double x, double y) {
    return distance.at(x, y) > 60;
  }

  private static boolean inSheet(double x, double y) {
    return Sheet.CHART.contains(x, y, 3);
  }

  /** Depths in fathoms, thicker along the coast, thinning out to nothing on the high sea. */
  void drawSoundings(Plate plate, Reserve letters) {
    var random = new SplittableRandom(12);
    Lettering figures = Lettering.italic(15);
    for (double[] place : places(random)) {
      String text = sounding(fathoms(place[0], place[1]), random);
      if (letters.free(place[0], place[1] - 6, 22)) {
        plate.fill(figures.at(place[0], place[1], Lettering.Anchor.MIDDLE, text), Inks.BLACK);
      }
    }
  }

  private static String sounding(double fathoms, SplittableRandom random) {
    if (fathoms < 9) {
      int halves = Math.max(1, (int) Math.round(2 * fathoms));
      boolean half = halves % 2 == 1;
      return (halves > 1 ? Integer.toString(halves / 2) : "") + (half ? "½" : "");
    }
    return Integer.toString((int) Math.round(fathoms + random.nextDouble(-1, 1)));
  }

  private List<double[]> places(SplittableRandom random) {
    List<double[]> places = new ArrayList<>();
    int step = 92;
    for (int row = 0; row * step < Island.HEIGHT; row++) {
      for (int column = 0; column * step < Island.WIDTH; column++) {
        double x = (column + (row % 2) * 0.5 + random.nextDouble(-0.25, 0.25)) * step;
        double y = (row + random.nextDouble(-0.25, 0.25)) * step;
        double off = distance.at(x, y);
        double chance = 0.62 * Math.exp(-off / 430);
        if (off > 34 && Sheet.CHART.contains(x, y, 40) && random.nextDouble() < chance) {
          places.add(new double[] {x, y});
        }
      }
    }
    return places;
  }

  /** Dots on the shoals: sand that dries at low water. */
  void drawSands(Plate plate, Reserve letters) {
    var random = new SplittableRandom(13);
    var dots = new Dots(plate, 1.5, Inks.faint(Inks.BLACK, 0.65));
    for (int y = 300; y < Island.HEIGHT - 300; y += 9) {
      for (int x = 300; x < Island.WIDTH - 300; x += 9) {
        double off = distance.at(x, y);
        if (off < 4 || off > 190) {
          continue;
        }
        double sand = noise.fractal(x / 700.0 + 40, y / 700.0, 3, 0.5) - 0.12 - off / 420;
        if (sand > 0 && random.nextDouble() < 0.25 + 2.5 * sand && letters.free(x, y)) {
          dots.add(x + random.nextDouble(-4, 4), y + random.nextDouble(-4, 4));
        }
      }
    }
    dots.flush();
  }
}
