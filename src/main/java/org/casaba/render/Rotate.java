package org.casaba.render;

import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;

/**
 * Rotates a picture about its centre and lays it in the middle of a canvas that is otherwise
 * transparent. The picture is not scaled; what does not fit is cut off.
 *
 * @param degrees clockwise
 */
record Rotate(double degrees, Dimensions canvas) implements Step {

  @Override
  public PixelRows apply(PixelRows rows) {
    return new RotatedRows(rows, degrees, canvas);
  }
}
