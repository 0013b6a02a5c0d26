package org.casaba.render;

import java.io.IOException;

/** Makes each row narrower or wider; a loop for each number of bands, since this is the hot one. */
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
      case 2 -> two(row);
      case 3 -> three(row);
      default -> four(row);
    }
  }

  private void one(float[] row) {
    float[] table = weights.table();
    float[] samples = from;
    int outputs = weights.outputs();
    for (int i = 0; i < outputs; i++) {
      float sum = 0;
      int end = weights.offset(i + 1);
      for (int k = weights.offset(i), s = weights.first(i); k < end; k++, s++) {
        sum += table[k] * samples[s];
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

  private void two(float[] row) {
    float[] table = weights.table();
    float[] samples = from;
    int outputs = weights.outputs();
    for (int i = 0, to = 0; i < outputs; i++, to += 2) {
      float gray = 0;
      float alpha = 0;
      int end = weights.offset(i + 1);
      for (int k = weights.offset(i), s = 2 * weights.first(i); k < end; k++, s += 2) {
        gray += table[k] * samples[s];
        alpha += table[k] * samples[s + 1];
      }
      row[to] = gray;
      row[to + 1] = alpha;
    }
  }

  private void four(float[] row) {
    float[] table = weights.table();
    float[] samples = from;
    int outputs = weights.outputs();
    for (int i = 0, to = 0; i < outputs; i++, to += 4) {
      float red = 0;
      float green = 0;
      float blue = 0;
      float alpha = 0;
      int end = weights.offset(i + 1);
      for (int k = weights.offset(i), s = 4 * weights.first(i); k < end; k++, s += 4) {
        float w = table[k];
        red += w * samples[s];
        green += w * samples[s + 1];
        blue += w * samples[s + 2];
        alpha += w * samples[s + 3];
      }
      row[to] = red;
      row[to + 1] = green;
      row[to + 2] = blue;
      row[to + 3] = alpha;
    }
  }
}
