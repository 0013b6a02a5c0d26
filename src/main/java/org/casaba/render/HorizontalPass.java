package org.casaba.render;

import java.io.IOException;

/** Makes each row narrower or wider. */
final class HorizontalPass implements SampleRows {
  private final SampleRows source;
  private final Weights weights;
  private final int bands;
  private final float[] from;

  /**
   * @param source rows of {@code weights.inputs()} pixels
   */
  HorizontalPass(SampleRows source, Weights weights, int bands) {
    this.source = source;
    this.weights = weights;
    this.bands = bands;
    this.from = new float[weights.inputs() * bands];
  }

  @Override
  public void next(float[] row) throws IOException {
    source.next(from);
    switch (bands) {
      case 1 -> one(row);
      case 3 -> three(row);
      default -> even(row);
    }
  }

  private void one(float[] row) {
    float[] table = weights.table();
    for (int i = 0; i < weights.outputs(); i++) {
      float sum = 0;
      int end = weights.offset(i + 1);
      for (int k = weights.offset(i), s = weights.first(i); k < end; k++, s++) {
        sum += table[k] * from[s];
      }
      row[i] = sum;
    }
  }

  private void three(float[] row) {
    float[] table = weights.table();
    float[] samples = from;
    int outputs = weights.outputs();
    for (int i = 0, to = 0; i < outputs; i++, to += 3) {
      float red = 0;
      float green = 0;
      float blue = 0;
      int end = weights.offset(i + 1);
      for (int k = weights.offset(i), s = 3 * weights.first(i); k < end; k++, s += 3) {
        float w = table[k];
        red += w * samples[s];
        green += w * samples[s + 1];
        blue += w * samples[s + 2];
      }
      row[to] = red;
      row[to + 1] = green;
      row[to + 2] = blue;
    }
  }

  /** Layouts with alpha, two bands at a time. */
  private void even(float[] row) {
    float[] table = weights.table();
    for (int band = 0; band < bands; band += 2) {
      for (int i = 0; i < weights.outputs(); i++) {
        float one = 0;
        float two = 0;
        int end = weights.offset(i + 1);
        int s = bands * weights.first(i) + band;
        for (int k = weights.offset(i); k < end; k++, s += bands) {
          one += table[k] * from[s];
          two += table[k] * from[s + 1];
        }
        row[i * bands + band] = one;
        row[i * bands + band + 1] = two;
      }
    }
  }
}
