package org.casaba.render;

import java.io.IOException;

/** Rows of {@link Samples} on their way from one pass of a resampling to the next. */
interface SampleRows {

  /** Writes the next row to {@code row}, from index 0 on. */
  void next(float[] row) throws IOException;
}
