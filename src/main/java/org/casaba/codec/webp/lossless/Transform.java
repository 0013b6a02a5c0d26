package org.casaba.codec.webp.lossless;

/** What the encoder did to all pixels, to be undone row by row (section 3.5). */
sealed interface Transform
    permits PredictorTransform, ColorTransform, SubtractGreenTransform, ColorIndexingTransform {

  /**
   * Undoes the transform of the next row, which may be shorter than the array.
   *
   * @param row as long as the picture is wide
   */
  void undo(int[] row);
}
