package org.casaba.codec.gif;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * How often which colours appear in a picture, counted in cells of 8 x 8 x 8 levels, and the
 * palette that suits it.
 *
 * <p>The palette is made by cutting a box that holds all colours into two, again and again: each
 * time the box with the largest squared deviation along one axis, across that axis, at the mean (a
 * median cut after Heckbert 1982, with Wu's criterion of 1991). Each box gives its mean colour.
 */
final class ColorHistogram {
  private static final int CELLS = 1 << 15;
  private static final int AXES = 3;

  /** Two cells of a box differ by more than this along its axis; below are rounding errors. */
  private static final double LEAST_DEVIATION = 0.01;

  private final long[] counts = new long[CELLS];

  /** Of each cell the sums of red, green and blue, one axis after the other. */
  private final long[][] sums = new long[AXES][CELLS];

  void add(int color) {
    int cell = (color >> 9 & 0x7C00) | (color >> 6 & 0x3E0) | (color >> 3 & 0x1F);
    counts[cell]++;
    sums[0][cell] += color >> 16;
    sums[1][cell] += color >> 8 & 0xFF;
    sums[2][cell] += color & 0xFF;
  }

  /** At most so many colours that stand for all that have been added; at least one. */
  int[] palette(int size) {
    PriorityQueue<Box> boxes = new PriorityQueue<>(Comparator.comparingDouble(b -> -b.deviation));
    boxes.add(new Box(IntStream.range(0, CELLS).filter(i -> counts[i] > 0).toArray()));
    while (boxes.size() < size && boxes.element().deviation > LEAST_DEVIATION) {
      Box widest = boxes.remove();
      boxes.add(new Box(widest.cells(false)));
      boxes.add(new Box(widest.cells(true)));
    }
    return boxes.stream().mapToInt(Box::color).toArray();
  }

  private double mean(int cell, int axis) {
    return (double) sums[axis][cell] / counts[cell];
  }

  /** Some of the cells that have been counted. */
  private final class Box {
    private final int[] cells;
    private final double[] mean = new double[AXES];

    /** Along which the colours lie furthest apart. */
    private final int axis;

    /** Sum of the squared distances from the mean along the axis. */
    private final double deviation;

    Box(int[] cells) {
      this.cells = cells;
      long count = Math.max(1, Arrays.stream(cells).mapToLong(i -> counts[i]).sum());
      double[] deviations = new double[AXES];
      for (int a = 0; a < AXES; a++) {
        for (int cell : cells) {
          mean[a] += (double) sums[a][cell] / count;
        }
        for (int cell : cells) {
          double distance = mean(cell, a) - mean[a];
          deviations[a] += counts[cell] * distance * distance;
        }
      }
      int wider = deviations[1] >= deviations[0] ? 1 : 0;
      this.axis = deviations[2] > deviations[wider] ? 2 : wider;
      this.deviation = deviations[axis];
    }

    /** The cells above the mean, or the others. */
    int[] cells(boolean above) {
      return Arrays.stream(cells).filter(i -> mean(i, axis) > mean[axis] == above).toArray();
    }

    int color() {
      return (int) Math.round(mean[0]) << 16
          | (int) Math.round(mean[1]) << 8
          | (int) Math.round(mean[2]);
    }
  }
}
