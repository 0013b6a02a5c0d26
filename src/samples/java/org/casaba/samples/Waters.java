package org.casaba.samples;

import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rivers, traced down the cells in which the water gathers, and the lake. */
final class Waters {
  /** A river from its spring down, with its width in pixels at each point. */
  record River(Line course, double[] widths) {
    double widest() {
      return widths[widths.length - 1];
    }
  }

  private static final double SPRING = 190;

  private final Island island;
  private final List<River> rivers = new ArrayList<>();

  Waters(Island island) {
    this.island = island;
    var wet = new boolean[island.erosion.areas().length];
    for (int spring : springs()) {
      trace(spring, wet);
    }
  }

  List<River> rivers() {
    return rivers;
  }

  /** Rivers of some width, for those who have to cross them. */
  void reserve(Reserve built) {
    for (Line shore : island.lakeShore()) {
      built.take(shore.path(), 6);
    }
    for (River river : rivers) {
      built.take(river.course(), 3 + river.widest() / 2);
    }
  }

  /* Farthest from the sea first, so that the longest course is one river. */
  private int[] springs() {
    Erosion erosion = island.erosion;
    double[] areas = erosion.areas();
    var fed = new boolean[areas.length];
    int[] order = erosion.upstreamOrder();
    var far = new int[areas.length];
    List<Integer> springs = new ArrayList<>();
    for (int cell : order) {
      far[cell] = far[erosion.receivers()[cell]] + 1;
      if (areas[cell] > SPRING) {
        fed[erosion.receivers()[cell]] = true;
      }
    }
    for (int cell : order) {
      if (areas[cell] > SPRING && !fed[cell]) {
        springs.add(cell);
      }
    }
    springs.sort((a, b) -> far[b] == far[a] ? a - b : far[b] - far[a]);
    return springs.stream().mapToInt(Integer::intValue).toArray();
  }

  private void trace(int spring, boolean[] wet) {
    int columns = Island.WIDTH / Island.FLOW_CELL + 1;
    List<double[]> points = new ArrayList<>();
    int cell = spring;
    boolean more = true;
    while (more) {
      double[] point =
          island.unbent(cell % columns * Island.FLOW_CELL, cell / columns * Island.FLOW_CELL);
      points.add(new double[] {point[0], point[1], island.erosion.areas()[cell]});
      int next = island.erosion.receivers()[cell];
      more = !wet[cell] && next != cell;
      wet[cell] = true;
      cell = next;
    }
    if (points.size() > 14) {
      joinNearest(points.getLast());
      rivers.add(river(points));
    }
  }

  /* Rivers are smoothed after they were traced: a tributary ends on what became of the other. */
  private void joinNearest(double[] end) {
    double nearest = 40;
    double x = end[0];
    double y = end[1];
    for (River river : rivers) {
      for (int i = 0; i < river.course().size(); i++) {
        double away = Math.hypot(river.course().xs()[i] - x, river.course().ys()[i] - y);
        if (away < nearest) {
          nearest = away;
          end[0] = river.course().xs()[i];
          end[1] = river.course().ys()[i];
        }
      }
    }
  }

  private static River river(List<double[]> points) {
    var xs = points.stream().mapToDouble(p -> p[0]).toArray();
    var ys = points.stream().mapToDouble(p -> p[1]).toArray();
    Line course = new Line(xs, ys).averaged(3).smooth(2);
    var widths = new double[course.size()];
    for (int i = 0; i < widths.length; i++) {
      // The last point is the mouth or the junction: the width is that of the cell before.
      int from = Math.min(points.size() - 2, i * points.size() / widths.length);
      widths[i] = Math.min(13, 0.9 + 0.042 * Math.sqrt(points.get(from)[2]) * 2);
    }
    return new River(course, widths);
  }

  void draw(Plate plate, Reserve letters) {
    for (River river : rivers) {
      drawCourse(plate, letters, river, 1.4, Inks.WATER);
    }
    for (River river : rivers) {
      drawCourse(plate, letters, river, -1.2, Inks.WATER_WASH);
    }
    drawLake(plate, letters);
  }

  private void drawCourse(
      Plate plate, Reserve letters, River river, double more, java.awt.Color ink) {
    int piece = 10;
    for (int i = 0; i < river.widths().length - 1; i += piece) {
      int end = Math.min(i + piece, river.widths().length - 1);
      double width = river.widths()[i] + more;
      if (width < 1) {
        continue;
      }
      for (Line part :
          river.course().slice(i, end).parts((x, y) -> island.land.at(x, y) > -2, 80)) {
        if (more < 0 || letters.free(part.xs()[0], part.ys()[0])) {
          plate.draw(part.path(), width, ink);
        }
      }
    }
  }

  /* Filled with level strokes, as still water is engraved. */
  private void drawLake(Plate plate, Reserve letters) {
    for (Line shore : island.lakeShore()) {
      plate.fill(shore.path(), Inks.WATER_WASH);
      var area = new Area(shore.path());
      var bounds = area.getBounds2D();
      var strokes = new Dots(plate, 0.9, Inks.faint(Inks.WATER, 0.8));
      for (double y = bounds.getMinY(); y < bounds.getMaxY(); y += 5) {
        var xs = new double[(int) (bounds.getWidth() / 4) + 2];
        var ys = new double[xs.length];
        Arrays.fill(ys, y);
        for (int i = 0; i < xs.length; i++) {
          xs[i] = bounds.getMinX() + 4 * i;
        }
        for (Line stroke :
            new Line(xs, ys).parts((px, py) -> area.contains(px, py) && letters.free(px, py), 64)) {
          strokes.add(stroke);
        }
      }
      strokes.flush();
      plate.draw(shore, 2, Inks.WATER);
    }
  }
}
