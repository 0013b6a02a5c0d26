package org.casaba.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of equal value on a grid: marching squares, the pieces joined to lines. */
final class Isolines {
  private final Grid grid;
  private final double level;
  /* The two corners' crossing that follows and the one that precedes, by crossing; -1 for none. */
  private final int[] next;
  private final int[] previous;

  private Isolines(Grid grid, double level) {
    this.grid = grid;
    this.level = level;
    next = new int[2 * grid.columns() * grid.rows()];
    previous = new int[next.length];
    Arrays.fill(next, -1);
    Arrays.fill(previous, -1);
  }

  /** Lines with the higher ground on their left hand (y runs down); short ones are left out. */
  static List<Line> of(Grid grid, double level, int fewest) {
    var isolines = new Isolines(grid, level);
    isolines.join();
    return isolines.lines(fewest);
  }

  private void join() {
    int columns = grid.columns();
    float[] values = grid.values();
    for (int j = 0; j < grid.rows() - 1; j++) {
      for (int i = 0; i < columns - 1; i++) {
        int k = j * columns + i;
        int kind =
            (values[k] > level ? 8 : 0)
                | (values[k + 1] > level ? 4 : 0)
                | (values[k + columns + 1] > level ? 2 : 0)
                | (values[k + columns] > level ? 1 : 0);
        if (kind != 0 && kind != 15) {
          joinCell(kind, k);
        }
      }
    }
  }

  private void joinCell(int kind, int k) {
    int top = 2 * k;
    int left = 2 * k + 1;
    int bottom = 2 * (k + grid.columns());
    int right = 2 * (k + 1) + 1;
    switch (kind) {
      case 1 -> link(bottom, left);
      case 2 -> link(right, bottom);
      case 3 -> link(right, left);
      case 4 -> link(top, right);
      case 5 -> {
        link(top, left);
        link(bottom, right);
      }
      case 6 -> link(top, bottom);
      case 7 -> link(top, left);
      case 8 -> link(left, top);
      case 9 -> link(bottom, top);
      case 10 -> {
        link(left, bottom);
        link(right, top);
      }
      case 11 -> link(right, top);
      case 12 -> link(left, right);
      case 13 -> link(bottom, right);
      default -> link(left, bottom);
    }
  }

  private void link(int from, int to) {
    next[from] = to;
    previous[to] = from;
  }

  private List<Line> lines(int fewest) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < next.length; i++) {
      if (next[i] >= 0) {
        Line line = follow(i);
        if (line.size() >= fewest) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private Line follow(int some) {
    int start = some;
    while (previous[start] >= 0 && previous[start] != some) {
      start = previous[start];
    }
    if (previous[start] == some) {
      start = some;
    }
    var xs = new double[64];
    var ys = new double[64];
    int count = 0;
    int crossing = start;
    while (crossing >= 0) {
      if (count == xs.length) {
        xs = Arrays.copyOf(xs, 2 * count);
        ys = Arrays.copyOf(ys, 2 * count);
      }
      xs[count] = x(crossing);
      ys[count++] = y(crossing);
      int following = next[crossing];
      next[crossing] = -1;
      crossing = following;
    }
    return new Line(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
  }

  private double x(int crossing) {
    int corner = crossing / 2;
    double along = crossing % 2 == 0 ? share(corner, corner + 1) : 0;
    return (corner % grid.columns() + along) * grid.cell();
  }

  private double y(int crossing) {
    int corner = crossing / 2;
    double along = crossing % 2 == 1 ? share(corner, corner + grid.columns()) : 0;
    return (corner / grid.columns() + along) * grid.cell();
  }

  private double share(int from, int to) {
    double a = grid.values()[from];
    double b = grid.values()[to];
    return (level - a) / (b - a);
  }
}
