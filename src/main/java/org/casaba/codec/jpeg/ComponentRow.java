package org.casaba.codec.jpeg;

import org.casaba.geometry.Rectangle;

/**
 * The samples of one component for a row of pixels, brought to one sample a pixel: taken as they
 * are, or upsampled as in libjpeg-turbo's jdsample.c ("fancy", with a triangle filter, or
 * repeated). Not thread-safe.
 */
final class ComponentRow {
  private final SamplePlane plane;
  private final Axis horizontal;
  private final Axis vertical;
  private final Rectangle region;

  /** Whether there is a sample for each pixel of a row already. */
  private final boolean direct;

  /** The first and last sample of a row that are used. */
  private final int first;

  private final int last;

  /** For each of them the weighted sum of two rows, where rows are mixed. */
  private final int[] sums;

  private byte[] samples;
  private int offset;

  /**
   * Rows of a plane.
   *
   * @param region of the scaled picture
   */
  ComponentRow(SamplePlane plane, Rectangle region) {
    this.plane = plane;
    this.region = region;
    horizontal = plane.component().horizontal();
    vertical = plane.component().vertical();
    first = horizontal.first(region.x());
    last = horizontal.last(region.right() - 1);
    direct = horizontal.samples() == horizontal.pixels() && !vertical.smooth();
    sums = vertical.smooth() ? new int[last - first + 1] : new int[0];
    samples = direct ? plane.samples() : new byte[region.width()];
  }

  /** The array that holds the samples of the row prepared last. */
  byte[] samples() {
    return samples;
  }

  /** Where in the array the sample of the region's first pixel is; the others follow. */
  int offset() {
    return offset;
  }

  /** Makes the samples for a row of the scaled picture. */
  void prepare(int y) {
    int row = vertical.sample(y);
    if (direct) {
      offset = plane.index(region.x(), row);
    } else if (!vertical.smooth()) {
      if (horizontal.smooth()) {
        smoothAcross(row);
      } else {
        repeat(row);
      }
    } else {
      mix(row, vertical.neighbour(y));
      if (horizontal.smooth()) {
        smoothBoth();
      } else {
        smoothDown((y & 1) == 0 ? 1 : 2);
      }
    }
  }

  private void repeat(int row) {
    byte[] in = plane.samples();
    int index = plane.index(first, row);
    int end = plane.index(last, row);
    int phase = (int) ((long) region.x() * horizontal.samples() % horizontal.pixels());
    for (int x = 0; x < samples.length; x++) {
      samples[x] = in[index];
      phase += horizontal.samples();
      if (phase >= horizontal.pixels()) {
        phase -= horizontal.pixels();
        index = Math.min(index + 1, end);
      }
    }
  }

  /** Each pixel is 3/4 of the sample in which it lies and 1/4 of the nearest neighbour. */
  private void smoothAcross(int row) {
    byte[] in = plane.samples();
    int start = plane.index(0, row);
    int column = region.x() >> 1;
    int previous = in[start + Math.max(column - 1, first)] & 0xFF;
    int current = in[start + column] & 0xFF;
    for (int x = -(region.x() & 1); x < samples.length; x += 2) {
      column++;
      int next = in[start + Math.min(column, last)] & 0xFF;
      if (x >= 0) {
        samples[x] = (byte) ((3 * current + previous + 1) >> 2);
      }
      if (x + 1 < samples.length) {
        samples[x + 1] = (byte) ((3 * current + next + 2) >> 2);
      }
      previous = current;
      current = next;
    }
  }

  private void mix(int row, int neighbour) {
    byte[] in = plane.samples();
    int near = plane.index(first, row);
    int far = plane.index(first, neighbour);
    for (int i = 0; i < sums.length; i++) {
      sums[i] = 3 * (in[near + i] & 0xFF) + (in[far + i] & 0xFF);
    }
  }

  private void smoothDown(int rounding) {
    for (int x = 0; x < samples.length; x++) {
      samples[x] = (byte) ((sums[x] + rounding) >> 2);
    }
  }

  /** {@link #smoothAcross} on what {@link #mix} made. */
  private void smoothBoth() {
    int column = (region.x() >> 1) - first;
    int previous = sums[Math.max(column - 1, 0)];
    int current = sums[column];
    for (int x = -(region.x() & 1); x < samples.length; x += 2) {
      column++;
      int next = sums[Math.min(column, sums.length - 1)];
      if (x >= 0) {
        samples[x] = (byte) ((3 * current + previous + 8) >> 4);
      }
      if (x + 1 < samples.length) {
        samples[x + 1] = (byte) ((3 * current + next + 7) >> 4);
      }
      previous = current;
      current = next;
    }
  }
}
