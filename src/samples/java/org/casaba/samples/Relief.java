package org.casaba.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * The hills: contour lines every 40 metres, and hachures in Lehmann's manner, rows of strokes that
 * run straight down from one contour to the next, the heavier the steeper the ground.
 */
final class Relief {
  private static final int ROW = 20;
  private static final int SUMMIT = 900;
  private static final double STEP = 3;
  private static final double GENTLEST = 0.25;

  private final Island island;
  private final Woods woods;
  private final Reserve letters;
  private final Reserve built;
  private final Plate plate;
  private final List<Dots> burins = new ArrayList<>();

  Relief(Land land, Reserve letters, Reserve built, Plate plate) {
    island = land.island();
    woods = land.woods();
    this.letters = letters;
    this.built = built;
    this.plate = plate;
    for (int i = 0; i < 8; i++) {
      burins.add(new Dots(plate, 0.7 + 0.32 * i, Inks.faint(Inks.BLACK, 0.82)));
    }
  }

  void draw() {
    for (int metres = ROW; metres <= SUMMIT; metres += ROW) {
      for (Line line : Isolines.of(island.height, metres, 8)) {
        Line contour = line.averaged(1).smooth(1);
        if (metres % 40 == 0) {
          drawContour(contour, metres);
        }
        drawHachures(contour);
      }
    }
    burins.forEach(Dots::flush);
  }

  private void drawContour(Line contour, int metres) {
    boolean hundred = metres % 200 == 0;
    Line free = contour;
    if (hundred && contour.length() > 500) {
      free = number(contour, metres);
    }
    for (Line part : free.parts(this::free, 80)) {
      plate.draw(part.path(), hundred ? 1.7 : 1, Inks.SIENNA);
    }
  }

  /* Writes the height into the line and keeps its place free. */
  private Line number(Line contour, int metres) {
    Lettering figures = Lettering.italic(11);
    String text = Integer.toString(metres);
    for (double where = 150; where < contour.length(); where += 1500) {
      double[] point = contour.at(where);
      if (free(point[0], point[1])) {
        double angle = Math.abs(point[2]) > Math.PI / 2 ? point[2] + Math.PI : point[2];
        var outline =
            figures.turned(
                point[0] - 5 * Math.sin(angle),
                point[1] + 5 * Math.cos(angle),
                angle,
                Lettering.Anchor.MIDDLE,
                text);
        plate.fill(outline, Inks.SIENNA.darker());
        letters.take(outline, 5);
      }
    }
    return contour;
  }

  private void drawHachures(Line contour) {
    Line starts = contour.resampled(9);
    for (int i = 0; i < starts.size(); i++) {
      double x = starts.xs()[i];
      double y = starts.ys()[i];
      double steep = island.steepness(x, y);
      if (steep > GENTLEST && free(x, y) && woods.density(x, y) < 0.05) {
        Line stroke = downhill(x, y, 0.9 * ROW);
        if (stroke.size() > 2) {
          burins.get(burin(stroke, steep)).add(stroke);
        }
      }
    }
  }

  /* Light falls in from the north-west: strokes that run down away from it are heavier. */
  private static int burin(Line stroke, double steep) {
    int last = stroke.size() - 1;
    double dx = stroke.xs()[last] - stroke.xs()[0];
    double dy = stroke.ys()[last] - stroke.ys()[0];
    double away = (dx + dy) / (1.4142 * Math.max(1, Math.hypot(dx, dy)));
    return (int) Math.clamp((steep - 0.1) * (9 + 7.5 * away), 0, 7);
  }

  private Line downhill(double startX, double startY, double fall) {
    double target = island.height.at(startX, startY) - fall;
    var xs = new double[16];
    var ys = new double[16];
    int count = 0;
    double x = startX;
    double y = startY;
    while (count < 16 && free(x, y) && island.isLand(x, y)) {
      xs[count] = x;
      ys[count++] = y;
      double sx = island.height.slopeX(x, y);
      double sy = island.height.slopeY(x, y);
      double slope = Math.hypot(sx, sy);
      if (slope < 0.12 || island.height.at(x, y) < target) {
        break;
      }
      x -= STEP * sx / slope;
      y -= STEP * sy / slope;
    }
    return new Line(
        java.util.Arrays.copyOf(xs, Math.max(2, count)),
        java.util.Arrays.copyOf(ys, Math.max(2, count)));
  }

  private boolean free(double x, double y) {
    return letters.free(x, y) && built.free(x, y);
  }
}
