package org.casaba.samples;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Lets rivers carve hills out of rising land: the stream power law, solved implicitly from the
 * mouths upwards (Braun and Willett 2013), after pits were filled by a priority flood (Barnes
 * 2014).
 *
 * <p>The sea stays at 0 and takes all water. Heights are metres, lengths are cells.
 */
final class Erosion {
  private final int columns;
  private final int rows;
  private final float[] height;
  private final boolean[] sea;
  private final int[] receiver;
  private final double[] area;
  private final int[] order;
  /* How much a cell attracts water beyond its fall: hides the grid's eight directions. */
  private final float[] whim;
  private int ordered;

  /** Starts from rough ground, so that the water has to look for its way. */
  Erosion(int columns, int rows, boolean[] sea) {
    this.columns = columns;
    this.rows = rows;
    this.sea = sea;
    height = new float[columns * rows];
    receiver = new int[columns * rows];
    area = new double[columns * rows];
    order = new int[columns * rows];
    var random = new SplittableRandom(4);
    var noise = new Noise(5);
    whim = new float[columns * rows];
    for (int cell = 0; cell < height.length; cell++) {
      whim[cell] = 0.55f + 0.45f * (float) random.nextDouble();
      if (!sea[cell]) {
        double hummocks = noise.fractal(cell % columns / 30.0, cell / columns / 30.0, 5, 0.6);
        height[cell] = (float) (6 + 5 * hummocks + 1.5 * random.nextDouble());
      }
    }
  }

  /** Runs so many steps; {@code uplift} is what a step adds. */
  void run(float[] uplift, int steps, double strength) {
    for (int step = 0; step < steps; step++) {
      route();
      for (int k = 0; k < ordered; k++) {
        int cell = order[k];
        int to = receiver[cell];
        double distance = diagonal(cell, to) ? 1.4142 : 1;
        double carving = strength * Math.sqrt(area[cell]) / distance;
        height[cell] =
            (float) ((height[cell] + uplift[cell] + carving * height[to]) / (1 + carving));
      }
      soften(0.12f);
    }
    route();
  }

  float[] heights() {
    return height;
  }

  /** The neighbour that takes a cell's water; a cell of the sea takes its own. */
  int[] receivers() {
    return receiver;
  }

  /** Cells that drain through each cell, itself included. */
  double[] areas() {
    return area;
  }

  /** Cells from the mouths upwards, without the sea. */
  int[] upstreamOrder() {
    return Arrays.copyOf(order, ordered);
  }

  private boolean diagonal(int a, int b) {
    int difference = Math.abs(a - b);
    return difference != 1 && difference != columns;
  }

  /* Floods from the sea inwards, lowest cell first: whoever reaches a cell first takes its water. */
  private void route() {
    var queue = new LowestFirst(columns * rows);
    var reached = sea.clone();
    ordered = 0;
    for (int cell = 0; cell < sea.length; cell++) {
      receiver[cell] = cell;
      if (sea[cell] && nextToLand(cell)) {
        queue.add(cell, 0);
      }
    }
    while (!queue.isEmpty()) {
      int cell = queue.take();
      visit(cell, reached, queue);
    }
    steepest();
    Arrays.fill(area, 1);
    for (int k = ordered - 1; k >= 0; k--) {
      area[receiver[order[k]]] += area[order[k]];
    }
  }

  private boolean nextToLand(int cell) {
    int x = cell % columns;
    int y = cell / columns;
    return (x > 0 && !sea[cell - 1])
        || (x < columns - 1 && !sea[cell + 1])
        || (y > 0 && !sea[cell - columns])
        || (y < rows - 1 && !sea[cell + columns]);
  }

  private void visit(int cell, boolean[] reached, LowestFirst queue) {
    if (!sea[cell]) {
      order[ordered++] = cell;
    }
    for (int direction = 0; direction < 9; direction++) {
      int other = neighbour(cell, direction);
      if (other >= 0 && !reached[other]) {
        reached[other] = true;
        receiver[other] = cell;
        height[other] = Math.max(height[other], height[cell] + 1e-3f);
        queue.add(other, height[other]);
      }
    }
  }

  private int neighbour(int cell, int direction) {
    int x = cell % columns + direction % 3 - 1;
    int y = cell / columns + direction / 3 - 1;
    return x < 0 || y < 0 || x >= columns || y >= rows ? -1 : y * columns + x;
  }

  private void steepest() {
    for (int k = 0; k < ordered; k++) {
      int cell = order[k];
      double best = 0;
      for (int direction = 0; direction < 9; direction++) {
        int other = neighbour(cell, direction);
        if (other >= 0 && height[other] < height[cell]) {
          double fall = (height[cell] - height[other]) / (direction % 2 == 0 ? 1.4142 : 1);
          fall *= whim[other];
          if (fall > best) {
            best = fall;
            receiver[cell] = other;
          }
        }
      }
    }
  }

  private void soften(float share) {
    for (int k = 0; k < ordered; k++) {
      int cell = order[k];
      int x = cell % columns;
      if (x > 0 && x < columns - 1 && cell >= columns && cell < height.length - columns) {
        float mean =
            (height[cell - 1] + height[cell + 1] + height[cell - columns] + height[cell + columns])
                / 4;
        height[cell] += share * (mean - height[cell]);
      }
    }
  }
}
