package org.casaba.codec;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that is made strip by strip, for one picture. Strips may be made in any order, and by
 * several threads at once; in the file they follow each other from the top between head and tail.
 * Nothing that is written to is closed.
 */
public interface StripFile {

  /** Writes what stands before the strips. */
  void head(OutputStream out) throws IOException;

  /**
   * Writes a strip.
   *
   * @param index from 0 for the topmost
   * @param rows of this strip alone, all of which are pulled; not closed
   */
  void strip(int index, PixelRows rows, OutputStream out) throws IOException;

  /** Writes what stands behind the strips, after all of them have been made. */
  void tail(OutputStream out) throws IOException;
}
