package org.casaba.codec.bmp;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a part of a picture as {@link Pixels} converts them, from the top. */
sealed interface StoredRows extends Closeable permits RowsInPlace, RunLengthRows {

  /** A column, at or before the part's first, with which the rows given begin. */
  int firstColumn();

  /** The next row; the array may be overwritten by the next call. */
  byte[] next() throws IOException;
}
