package org.casaba.render;

import org.casaba.codec.PixelRows;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;

/**
 * Brings a window of a picture to a size, with a separable filter that is stretched by the scale
 * when the picture shrinks. The window's edges may lie between pixels. Neighbours outside the
 * window, but inside the picture, take part, so that tiles fit together without seams.
 */
final class Resample implements Step {

  /** Bounds the tables of weights to some 60 MB; 16 times the longest side of a JPEG. */
  private static final int MAX_LENGTH = 1 << 20;

  private final Weights horizontal;
  private final Weights vertical;

  private Resample(Weights horizontal, Weights vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /**
   * @param window in pixels of the picture, inside it
   * @param picture size of all there is: neighbours come from within
   * @throws UnsupportedImageException if the window is too long to be resampled
   */
  static Resample of(
      Window window, Dimensions picture, Dimensions scaled, RenderSettings.Filter filter)
      throws UnsupportedImageException {
    return new Resample(
        weights(new Axis(window.x(), window.width(), picture.width(), scaled.width()), filter),
        weights(new Axis(window.y(), window.height(), picture.height(), scaled.height()), filter));
  }

  private static Weights weights(Axis axis, RenderSettings.Filter filter)
      throws UnsupportedImageException {
    if (axis.length() > MAX_LENGTH || axis.outputs() > MAX_LENGTH) {
      throw new UnsupportedImageException(
          "more than " + MAX_LENGTH + " pixels in one direction cannot be drawn at once");
    }
    // A copy needs no neighbours: the box then is just the pixel itself.
    return new Weights(axis, Kernel.of(axis.isIdentity() ? RenderSettings.Filter.BOX : filter));
  }

  /** The part of the picture that {@link #apply} must be given. */
  Rectangle source() {
    return new Rectangle(
        horizontal.from(), vertical.from(), horizontal.inputs(), vertical.inputs());
  }

  /** The same for the rows of the result from {@code from} to before {@code until} alone. */
  Resample part(int from, int until) {
    return new Resample(horizontal, vertical.part(from, until));
  }

  /** Rows of the picture that make one row of the result. */
  double verticalScale() {
    return vertical.axis().scale();
  }

  /** Rows of the result. */
  int height() {
    return vertical.outputs();
  }

  @Override
  public PixelRows apply(PixelRows rows) {
    if (rows.width() != horizontal.inputs() || rows.height() != vertical.inputs()) {
      throw new IllegalArgumentException(
          rows.width() + " x " + rows.height() + " pixels are not those of " + source());
    }
    return horizontal.axis().isIdentity() && vertical.axis().isIdentity()
        ? rows
        : new ResampledRows(rows, horizontal, vertical);
  }
}
