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

  /**
   * Each of them, or the weighted sum of it and of one in the neighbouring row; with room for one
   * before and one after.
   */
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
    sums = new int[vertical.smooth() || horizontal.smooth() ? last - first + 3 : 0];
    if (direct) {
      samples = plane.samples();
    } else if (horizontal.smooth()) {
      offset = region.x() & 1;
      samples = new byte[2 * (((region.right() - 1) >> 1) - (region.x() >> 1) + 1)];
    } else {
      samples = new byte[region.width()];
    }
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
    } else if (vertical.smooth()) {
      mix(row, vertical.neighbour(y));
      if (horizontal.smooth()) {
        smoothAcross(8, 7, 4);
      } else {
        smoothDown((y & 1) == 0 ? 1 : 2);
      }
    } else if (horizontal.smooth()) {
      copy(row);
      smoothAcross(1, 2, 2);
    } else {
      repeat(row);
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

  /** Mixes a row with its neighbour, into the sums. */
  private void mix(int row, int neighbour) {
    byte[] in = plane.samples();
    int near = plane.index(first, row);
    int far = plane.index(first, neighbour);
    for (int i = 0; i <= last - first; i++) {
      sums[i + 1] = 3 * (in[near + i] & 0xFF) + (in[far + i] & 0xFF);
    }
  }

  private void copy(int row) {
    byte[] in = plane.samples();
    int start = plane.index(first, row);
    for (int i = 0; i <= last - first; i++) {
      sums[i + 1] = in[start + i] & 0xFF;
    }
  }

  private void smoothDown(int rounding) {
    for (int x = 0; x < samples.length; x++) {
      samples[x] = (byte) ((sums[x + 1] + rounding) >> 2);
    }
  }

  /** Makes two pixels of each sum, 3/4 of it and 1/4 of the nearest neighbour. */
  private void smoothAcross(int leftRounding, int rightRounding, int shift) {
    sums[0] = sums[1];
    sums[last - first + 2] = sums[last - first + 1];
    int before = (region.x() >> 1) - first;
    int previous = sums[before];
    int current = sums[before + 1];
    for (int i = 0; i < samples.length >> 1; i++) {
      int next = sums[before + i + 2];
      int weighted = 3 * current;
      samples[2 * i] = (byte) ((weighted + previous + leftRounding) >> shift);
      samples[2 * i + 1] = (byte) ((weighted + next + rightRounding) >> shift);
      previous = current;
      current = next;
    }
  }
}
