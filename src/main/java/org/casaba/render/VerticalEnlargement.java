package org.casaba.render;

import java.io.IOException;

/**
 * Makes a picture higher: the last few source rows are kept, and each output row is made of them.
 */
final class VerticalEnlargement implements SampleRows {
  private final SampleRows source;
  private final Weights weights;
  private final float[][] kept;
  private int read;
  private int output;

  /**
   * @param length samples in a row
   */
  VerticalEnlargement(SampleRows source, Weights weights, int length) {
    this.source = source;
    this.weights = weights;
    this.kept = new float[weights.longestRun()][length];
  }

  @Override
  public void next(float[] row) throws IOException {
    for (; read < weights.until(output); read++) {
      source.next(kept[read % kept.length]);
    }
    int first = weights.first(output);
    RowSum.set(row, kept[first % kept.length], weights.weight(output, first));
    for (int i = first + 1; i < weights.until(output); i++) {
      RowSum.add(row, kept[i % kept.length], weights.weight(output, i));
    }
    output++;
  }
}
