package org.casaba.render;

import java.io.IOException;

/**
 * Makes a picture lower. Each source row is added to the few output rows it belongs to as it
 * arrives, so only these are held, however large the scale.
 */
final class VerticalShrink implements SampleRows {
  private final SampleRows source;
  private final Weights weights;
  private final float[] arrived;
  private final float[][] open;
  private int read;
  private int output;

  /**
   * @param length samples in a row
   */
  VerticalShrink(SampleRows source, Weights weights, int length) {
    this.source = source;
    this.weights = weights;
    this.arrived = new float[length];
    this.open = new float[weights.mostShared()][length];
  }

  @Override
  public void next(float[] row) throws IOException {
    while (read < weights.until(output)) {
      source.next(arrived);
      share();
      read++;
    }
    System.arraycopy(open[output % open.length], 0, row, 0, arrived.length);
    output++;
  }

  private void share() {
    for (int i = output; i < weights.outputs() && weights.first(i) <= read; i++) {
      float[] sum = open[i % open.length];
      float weight = weights.weight(i, read);
      if (read == weights.first(i)) {
        RowSum.set(sum, arrived, weight);
      } else {
        RowSum.add(sum, arrived, weight);
      }
    }
  }
}
