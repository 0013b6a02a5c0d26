package org.casaba.render;

import org.casaba.codec.PixelRows;

/**
 * One operation of a rendering: a picture in, a picture out, both pulled row by row. Immutable.
 *
 * <p>{@link #apply} only links: it reads no row and acquires nothing that needs closing, so a chain
 * that was begun and given up is released by closing the rows at its source. Closing the answer
 * closes the rows it was made from, and what it has acquired while it was read.
 */
interface Step {

  /** The picture after this operation; {@code rows} itself where there is nothing to do. */
  PixelRows apply(PixelRows rows);
}
