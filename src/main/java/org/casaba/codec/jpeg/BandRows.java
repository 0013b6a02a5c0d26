package org.casaba.codec.jpeg;

import java.io.Closeable;
import java.io.IOException;

/**
 * The decoded bands of a JPEG stream, pulled row by row from the top, before anybody says what they
 * mean: 1 to 4 bytes a pixel. Not thread-safe. Closing is idempotent.
 */
public interface BandRows extends Closeable {

  /** Pixels in a row, 1 or more. */
  int width();

  /** Rows in all, 1 or more. */
  int height();

  /** Bytes per pixel, 1 to 4. */
  int bands();

  /**
   * Writes the next row to {@code row} from index 0 on: {@code width() * bands()} bytes.
   *
   * @throws org.casaba.codec.DamagedImageException if the stream cannot be decoded
   * @throws IllegalStateException after the last row
   */
  void next(byte[] row) throws IOException;

  @Override
  void close() throws IOException;
}
