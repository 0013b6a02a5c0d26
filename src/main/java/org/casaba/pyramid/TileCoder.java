package org.casaba.pyramid;

import java.io.Closeable;
import java.io.IOException;

/**
 * Makes the tiles of one column, from the top, each of {@link #start}, its rows, and {@link #end}.
 * Not thread-safe, but may be used by one thread after the other.
 */
interface TileCoder extends Closeable {

  /**
   * Begins the next tile.
   *
   * @param y where its upper edge is, in pixels of the level
   */
  void start(int y) throws IOException;

  /**
   * Adds a row.
   *
   * @param pixels as wide as the tile; not kept
   */
  void row(byte[] pixels) throws IOException;

  /** Whether the rows matter. */
  default boolean wantsRows() {
    return true;
  }

  /** The tile's bytes, as they stand in the file. */
  byte[] end() throws IOException;

  /** Releases what a coder holds, also amid a tile. */
  @Override
  default void close() {}
}
