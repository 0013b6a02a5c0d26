package org.casaba.samples;

/** Euclidean distance to the nearest high ground (Felzenszwalb and Huttenlocher 2012). */
final class Distance {
  private static final float FAR = 1e12f;

  private Distance() {}

  /** Map pixels from each corner to the nearest one whose value is above the level. */
  static Grid from(Grid grid, double level) {
    int columns = grid.columns();
    int rows = grid.rows();
    var squared = new float[columns * rows];
    for (int k = 0; k < squared.length; k++) {
      squared[k] = grid.values()[k] > level ? 0 : FAR;
    }
    int longest = Math.max(columns, rows);
    var line = new float[longest];
    var parabolas = new int[longest];
    var borders = new float[longest + 1];
    for (int i = 0; i < columns; i++) {
      sweep(squared, i, columns, rows, line, parabolas, borders);
    }
    for (int j = 0; j < rows; j++) {
      sweep(squared, j * columns, 1, columns, line, parabolas, borders);
    }
    for (int k = 0; k < squared.length; k++) {
      squared[k] = (float) Math.sqrt(squared[k]) * grid.cell();
    }
    return new Grid(columns, rows, grid.cell(), squared);
  }

  /* The lower envelope of one parabola a cell, along one row or column. */
  @SuppressWarnings("checkstyle:ParameterNumber")
  private static void sweep(
      float[] values, int start, int step, int n, float[] line, int[] parabolas, float[] borders) {
    for (int i = 0; i < n; i++) {
      line[i] = values[start + i * step];
    }
    int last = 0;
    parabolas[0] = 0;
    borders[0] = -FAR;
    borders[1] = FAR;
    for (int q = 1; q < n; q++) {
      float meet = meet(line, q, parabolas[last]);
      while (meet <= borders[last] && last > 0) {
        last--;
        meet = meet(line, q, parabolas[last]);
      }
      last++;
      parabolas[last] = q;
      borders[last] = meet;
      borders[last + 1] = FAR;
    }
    int k = 0;
    for (int i = 0; i < n; i++) {
      while (borders[k + 1] < i) {
        k++;
      }
      float away = i - parabolas[k];
      values[start + i * step] = away * away + line[parabolas[k]];
    }
  }

  private static float meet(float[] line, int q, int p) {
    return ((line[q] + (float) q * q) - (line[p] + (float) p * p)) / (2f * (q - p));
  }
}
