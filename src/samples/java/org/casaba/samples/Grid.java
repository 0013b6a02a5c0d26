package org.casaba.samples;

/**
 * Values on the corners of square cells that cover the map.
 *
 * @param columns corners in a row
 * @param rows rows of corners
 * @param cell side of a cell in map pixels
 * @param values row by row; shared, not copied
 */
record Grid(int columns, int rows, int cell, float[] values) {
  /** A value for a point of the map. */
  interface Field {
    double at(double x, double y);
  }

  static Grid of(int width, int height, int cell, Field field) {
    int columns = width / cell + 1;
    int rows = height / cell + 1;
    var values = new float[columns * rows];
    java.util.stream.IntStream.range(0, rows)
        .parallel()
        .forEach(j -> {
          for (int i = 0; i < columns; i++) {
            values[j * columns + i] = (float) field.at(i * cell, j * cell);
          }
        });
    return new Grid(columns, rows, cell, values);
  }

  float corner(int column, int row) {
    int i = Math.clamp(column, 0, columns - 1);
    int j = Math.clamp(row, 0, rows - 1);
    return values[j * columns + i];
  }

  /** Bilinear. */
  double at(double x, double y) {
    double u = Math.clamp(x / cell, 0, columns - 1.001);
    double v = Math.clamp(y / cell, 0, rows - 1.001);
    int i = (int) u;
    int j = (int) v;
    int k = j * columns + i;
    double fx = u - i;
    double fy = v - j;
    double upper = values[k] + fx * (values[k + 1] - values[k]);
    double lower = values[k + columns] + fx * (values[k + columns + 1] - values[k + columns]);
    return upper + fy * (lower - upper);
  }

  /** Cubic B-spline: does not show the grid, and smooths a little. */
  double smooth(double x, double y) {
    double u = x / cell;
    double v = y / cell;
    int i = (int) Math.floor(u);
    int j = (int) Math.floor(v);
    double sum = 0;
    for (int dy = -1; dy <= 2; dy++) {
      double row = 0;
      for (int dx = -1; dx <= 2; dx++) {
        row += spline(u - i - dx) * corner(i + dx, j + dy);
      }
      sum += spline(v - j - dy) * row;
    }
    return sum;
  }

  private static double spline(double distance) {
    double t = Math.abs(distance);
    if (t >= 2) {
      return 0;
    }
    return t < 1 ? 2 / 3.0 - t * t + t * t * t / 2 : (2 - t) * (2 - t) * (2 - t) / 6;
  }

  /** Change in the x direction per map pixel. */
  double slopeX(double x, double y) {
    return (at(x + cell, y) - at(x - cell, y)) / (2 * cell);
  }

  /** Change in the y direction per map pixel. */
  double slopeY(double x, double y) {
    return (at(x, y + cell) - at(x, y - cell)) / (2 * cell);
  }
}
