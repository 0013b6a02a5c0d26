package org.casaba.codec.tiff;

import java.io.Closeable;
import java.io.IOException;

/**
 * Samples of the wanted part of a tile or strip, pulled row by row: one byte each, brought to 0 …
 * 255 unless they are indices of a palette, all samples of a pixel side by side. Not thread-safe.
 */
interface SampleRows extends Closeable {

  /** Writes the next row's samples to {@code target} from {@code offset} on. */
  void next(byte[] target, int offset) throws IOException;

  @Override
  default void close() throws IOException {}
}
