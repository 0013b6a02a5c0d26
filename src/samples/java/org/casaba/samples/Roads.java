package org.casaba.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ways between places, found as carters find them: around the hills, and along what is there. */
final class Roads {
  /** One way; a highway has two banks, a track is dashed. */
  record Road(Line course, boolean highway) {}

  private static final int CELL = Island.FLOW_CELL;
  private static final int[][] MOVES = {
    {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1},
    {2, 1}, {1, 2}, {-1, 2}, {-2, 1}, {-2, -1}, {-1, -2}, {1, -2}, {2, -1}
  };

  private final Island island;
  private final int columns = Island.WIDTH / CELL + 1;
  private final int rows = Island.HEIGHT / CELL + 1;
  private final float[] toll = new float[columns * rows];
  private final List<Road> roads = new ArrayList<>();

  Roads(Island island, Waters waters) {
    this.island = island;
    for (int k = 0; k < toll.length; k++) {
      double shore = island.land.at(k % columns * CELL, k / columns * CELL);
      boolean lake = island.isLake(k % columns * CELL, k / columns * CELL);
      toll[k] = shore < 14 || lake ? Float.POSITIVE_INFINITY : shore < 40 ? 2 : 1;
    }
    for (Line shore : island.lakeShore()) {
      charge(shore, 40);
    }
    for (Waters.River river : waters.rivers()) {
      charge(river.course(), 1.2 + 0.25 * river.widest());
    }
  }

  private void charge(Line line, double factor) {
    Line even = line.resampled(CELL);
    for (int i = 0; i < even.size(); i++) {
      int k = cell(even.xs()[i], even.ys()[i]);
      toll[k] = (float) Math.max(toll[k], factor);
    }
  }

  List<Road> all() {
    return roads;
  }

  private int cell(double x, double y) {
    return (int) Math.round(y / CELL) * columns + (int) Math.round(x / CELL);
  }

  /** Builds a way, if there is dry ground between the two. */
  void connect(double[] from, double[] to, boolean highway) {
    int[] cells = search(cell(from[0], from[1]), cell(to[0], to[1]));
    if (cells.length < 3) {
      return;
    }
    var xs = new double[cells.length];
    var ys = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      xs[i] = cells[i] % columns * CELL;
      ys[i] = cells[i] / columns * CELL;
      toll[cells[i]] = Math.min(toll[cells[i]], 0.45f);
    }
    xs[0] = from[0];
    ys[0] = from[1];
    xs[xs.length - 1] = to[0];
    ys[ys.length - 1] = to[1];
    roads.add(new Road(new Line(xs, ys).resampled(20).averaged(3).smooth(2), highway));
  }

  private int[] search(int from, int to) {
    var cost = new float[toll.length];
    Arrays.fill(cost, Float.POSITIVE_INFINITY);
    var came = new int[toll.length];
    var queue = new LowestFirst(4096);
    cost[from] = 0;
    came[from] = from;
    queue.add(from, 0);
    while (!queue.isEmpty()) {
      int here = queue.take();
      if (here == to) {
        return path(came, to);
      }
      for (int[] move : MOVES) {
        int x = here % columns + move[0];
        int y = here / columns + move[1];
        if (x < 0 || y < 0 || x >= columns || y >= rows) {
          continue;
        }
        int there = y * columns + x;
        float sum = cost[here] + step(here, there, Math.hypot(move[0], move[1]));
        if (sum < cost[there]) {
          cost[there] = sum;
          came[there] = here;
          queue.add(there, sum + 0.4f * away(there, to));
        }
      }
    }
    return new int[0];
  }

  private float away(int a, int b) {
    return (float) Math.hypot(a % columns - b % columns, a / columns - b / columns);
  }

  private float step(int from, int to, double length) {
    double rise = Math.abs(metres(to) - metres(from)) / (length * CELL * 2);
    return (float) (length * (1 + 90 * rise * rise) * (toll[from] + toll[to]) / 2);
  }

  private double metres(int cell) {
    return island.height.at(cell % columns * CELL, cell / columns * CELL);
  }

  private static int[] path(int[] came, int to) {
    List<Integer> path = new ArrayList<>();
    int cell = to;
    path.add(cell);
    while (came[cell] != cell) {
      cell = came[cell];
      path.add(cell);
    }
    return path.reversed().stream().mapToInt(Integer::intValue).toArray();
  }

  void reserve(Reserve built) {
    for (Road road : roads) {
      built.take(road.course(), road.highway() ? 6 : 4);
    }
  }

  void draw(Plate plate, Waters waters) {
    for (Road road : roads) {
      if (!road.highway()) {
        for (Line part : road.course().parts((x, y) -> true, 60)) {
          plate.draw(part.path(), Plate.dashed(1.7, 9, 4), Inks.BLACK);
        }
      }
    }
    for (Road road : roads) {
      if (road.highway()) {
        plate.draw(road.course(), 6.4, Inks.BLACK);
      }
    }
    for (Road road : roads) {
      if (road.highway()) {
        plate.draw(road.course(), 4, Inks.PAPER);
      }
    }
    for (Road road : roads) {
      for (Waters.River river : waters.rivers()) {
        bridges(plate, road, river);
      }
    }
  }

  /* Where road and river cross: the road's banks once more, spread at the ends. */
  private static void bridges(Plate plate, Road road, Waters.River river) {
    Line a = road.course();
    Line b = river.course();
    if (!a.path().getBounds2D().intersects(b.path().getBounds2D())) {
      return;
    }
    for (int i = 1; i < a.size(); i++) {
      for (int j = 1; j < b.size(); j++) {
        if (Math.abs(a.xs()[i] - b.xs()[j]) < 30
            && Math.abs(a.ys()[i] - b.ys()[j]) < 30
            && java.awt.geom.Line2D.linesIntersect(
                a.xs()[i - 1],
                a.ys()[i - 1],
                a.xs()[i],
                a.ys()[i],
                b.xs()[j - 1],
                b.ys()[j - 1],
                b.xs()[j],
                b.ys()[j])) {
          double angle = Math.atan2(a.ys()[i] - a.ys()[i - 1], a.xs()[i] - a.xs()[i - 1]);
          bridge(plate, a.xs()[i], a.ys()[i], angle, river.widths()[j] / 2 + 4);
        }
      }
    }
  }

  private static void bridge(Plate plate, double x, double y, double angle, double half) {
    var place = java.awt.geom.AffineTransform.getTranslateInstance(x, y);
    place.rotate(angle);
    plate.fill(
        place.createTransformedShape(
            new java.awt.geom.Rectangle2D.Double(-half, -4.5, 2 * half, 9)),
        Inks.PAPER);
    for (int side : new int[] {-1, 1}) {
      Line parapet =
          Line.through(
              -half - 4, side * 8, -half, side * 4.5, half, side * 4.5, half + 4, side * 8);
      plate.draw(place.createTransformedShape(parapet.path()), 1.8, Inks.BLACK);
    }
  }
}
