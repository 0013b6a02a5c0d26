package org.casaba.render;

import org.casaba.codec.PixelLayout;
import org.casaba.codec.Spool;

/**
 * A small square part of a spooled picture, as {@link Samples}, between whose pixels one can
 * interpolate. Beyond its border the picture goes on as its last pixels.
 */
final class Patch {

  /** Floats from one pixel to the next, however many bands: a constant makes the loops simple. */
  private static final int STEP = 4;

  private final int side;
  private final int bands;
  private final float[] samples;
  private final float[] line;
  private final byte[] pixels;

  /**
   * @param side pixels in both directions
   */
  Patch(int side, PixelLayout layout) {
    this.side = side;
    this.bands = layout.bands();
    this.samples = new float[side * side * STEP];
    this.line = new float[side * bands];
    this.pixels = new byte[side * bands];
  }

  /**
   * Moves to another part.
   *
   * @param left column of the picture where the patch begins; may be negative, but some columns of
   *     the patch lie in the picture
   * @param top row of the picture where it begins; may be anything
   */
  void load(Spool picture, int left, int top) {
    int begin = Math.max(0, left);
    int count = Math.min(picture.width(), left + side) - begin;
    for (int row = 0; row < side; row++) {
      int y = Math.clamp((long) top + row, 0, picture.height() - 1);
      picture.part(begin, y, count, pixels);
      Samples.fromPixels(pixels, count, picture.layout(), line);
      fill(row * side * STEP, begin - left, count);
    }
  }

  /** Spreads the line over a row of the patch, where {@code before} columns precede it. */
  private void fill(int row, int before, int count) {
    int first = row + before * STEP;
    int end = first + count * STEP;
    for (int i = 0, at = first; at < end; at += STEP) {
      for (int band = 0; band < bands; band++, i++) {
        samples[at + band] = line[i];
      }
    }
    for (int i = first - 1; i >= row; i--) {
      samples[i] = samples[i + STEP];
    }
    for (int i = end; i < row + side * STEP; i++) {
      samples[i] = samples[i - STEP];
    }
  }

  /**
   * Interpolates with the Catmull-Rom spline.
   *
   * @param x 1 or more, less than {@code side - 2}; whole numbers are the middles of columns
   * @param y likewise for rows
   * @param target where the bands are written, from {@code at} on
   */
  void interpolate(float x, float y, float[] target, int at) {
    int column = (int) x;
    int row = (int) y;
    float u = x - column;
    float u0 = outer(u);
    float u1 = inner(u);
    float u2 = inner(1 - u);
    float u3 = outer(1 - u);
    float v = y - row;
    float v0 = outer(v);
    float v1 = inner(v);
    float v2 = inner(1 - v);
    float v3 = outer(1 - v);
    int down = side * STEP;
    int p = (row - 1) * down + (column - 1) * STEP;
    for (int band = 0; band < bands; band++, p++) {
      target[at + band] =
          v0 * across(p, u0, u1, u2, u3)
              + v1 * across(p + down, u0, u1, u2, u3)
              + v2 * across(p + 2 * down, u0, u1, u2, u3)
              + v3 * across(p + 3 * down, u0, u1, u2, u3);
    }
  }

  private float across(int p, float u0, float u1, float u2, float u3) {
    return u0 * samples[p]
        + u1 * samples[p + STEP]
        + u2 * samples[p + 2 * STEP]
        + u3 * samples[p + 3 * STEP];
  }

  /** Weight of the near neighbour at distance {@code d}, 0 to 1. */
  private static float inner(float d) {
    return (1.5f * d - 2.5f) * d * d + 1;
  }

  /** Weight of the far neighbour at distance {@code d + 1}. */
  private static float outer(float d) {
    return ((-0.5f * d + 1) * d - 0.5f) * d;
  }
}
