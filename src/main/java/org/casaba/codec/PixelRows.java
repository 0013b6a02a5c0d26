package org.casaba.codec;

import java.io.Closeable;
import java.io.IOException;

/**
 * A picture that is pulled row by row from the top: what decoders give, steps transform and
 * encoders consume, so that nothing needs the whole of it. Not thread-safe. Closing releases what
 * lies below, may happen before the last row, and is idempotent.
 */
public interface PixelRows extends Closeable {

  /** Pixels in a row, 1 or more. */
  int width();

  /** Rows in all, 1 or more. */
  int height();

  PixelLayout layout();

  /**
   * Writes the next row to {@code row}, from index 0 on: {@code width() * layout().bands()} bytes.
   * The array belongs to the caller and may be longer.
   *
   * @throws DamagedImageException if the stored image cannot be decoded
   * @throws IllegalStateException after the last row
   */
  void next(byte[] row) throws IOException;
}
