package org.casaba.render;

import java.util.Arrays;

/**
 * What each output pixel of one direction is made of: a run of source pixels and their weights,
 * which add up to 1. When the picture shrinks the kernel is stretched by the scale, so that every
 * source pixel takes part and nothing aliases. Runs begin and end no earlier than the run before.
 *
 * <p>A table of at most {@code 2 * radius * length + 2 * outputs} floats.
 */
final class Weights {

  /** Rounding in the centre of an output pixel must not decide whether a neighbour takes part. */
  private static final double ROUNDING = 1e-9;

  private final Axis axis;
  private final int[] first;
  private final int[] offset;
  private final float[] weight;

  Weights(Axis axis, Kernel kernel) {
    this.axis = axis;
    int outputs = axis.outputs();
    double stretch = Math.max(1, axis.scale());
    double reach = kernel.radius() * stretch;
    double[] run = new double[(int) Math.ceil(2 * reach) + 1];
    first = new int[outputs];
    offset = new int[outputs + 1];
    float[] all = new float[Math.multiplyExact(outputs, Math.min(run.length, axis.limit()))];
    for (int i = 0; i < outputs; i++) {
      double centre = axis.centre(i);
      int low = firstFrom(centre - reach);
      int high = firstFrom(centre + reach);
      first[i] = axis.inside(low);
      int count = axis.inside(high - 1) - first[i] + 1;
      Arrays.fill(run, 0, count, 0);
      double sum = 0;
      for (int s = low; s < high; s++) {
        double w = kernel.weight().applyAsDouble((s + 0.5 - centre) / stretch);
        run[axis.inside(s) - first[i]] += w;
        sum += w;
      }
      for (int k = 0; k < count; k++) {
        all[offset[i] + k] = (float) (run[k] / sum);
      }
      offset[i + 1] = offset[i] + count;
    }
    weight = all;
  }

  private Weights(Axis axis, int[] first, int[] offset, float[] weight) {
    this.axis = axis;
    this.first = first;
    this.offset = offset;
    this.weight = weight;
  }

  /** The same weights for the output pixels from {@code from} to before {@code until} alone. */
  Weights part(int from, int until) {
    return new Weights(
        axis,
        Arrays.copyOfRange(first, from, until),
        Arrays.copyOfRange(offset, from, until + 1),
        weight);
  }

  /** The first pixel whose middle lies at or beyond {@code edge}. */
  private static int firstFrom(double edge) {
    return (int) Math.ceil(edge - 0.5 - ROUNDING);
  }

  Axis axis() {
    return axis;
  }

  int outputs() {
    return first.length;
  }

  /** First source pixel that any output pixel needs. */
  int from() {
    return first[0];
  }

  /** How many source pixels from {@link #from} on are needed. */
  int inputs() {
    return until(outputs() - 1);
  }

  /** First source pixel of an output pixel's run, counted from {@link #from}. */
  int first(int output) {
    return first[output] - first[0];
  }

  /** End of an output pixel's run, exclusive, counted from {@link #from}. */
  int until(int output) {
    return first(output) + offset[output + 1] - offset[output];
  }

  /** Where an output pixel's weights begin in {@link #table}; they end where the next begin. */
  int offset(int output) {
    return offset[output];
  }

  /** The weights of all runs, one after the other; not to be changed. */
  float[] table() {
    return weight;
  }

  /** Weight of a source pixel within an output pixel's run. */
  float weight(int output, int input) {
    return weight[offset[output] + input - first(output)];
  }

  /** Source pixels in the longest run. */
  int longestRun() {
    int longest = 0;
    for (int i = 0; i < outputs(); i++) {
      longest = Math.max(longest, offset[i + 1] - offset[i]);
    }
    return longest;
  }

  /** The most output pixels that share one source pixel. */
  int mostShared() {
    int most = 1;
    int oldest = 0;
    for (int i = 0; i < outputs(); i++) {
      while (until(oldest) <= first(i)) {
        oldest++;
      }
      most = Math.max(most, i - oldest + 1);
    }
    return most;
  }
}
