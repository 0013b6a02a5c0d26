package org.casaba.codec;

import java.io.IOException;
import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;

/**
 * A resolution level as the JPEG data that it is stored in: parts can be had without decoding them
 * to pixels, and with no loss. Thread-safe.
 */
public interface StoredJpeg {

  /**
   * A part as a JPEG file of its own, which holds nothing of what lies around the part.
   *
   * @param region in pixels of the level, inside it; to be had it begins and ends between MCUs, or
   *     ends with the level
   * @param turn how to lay it
   * @param gray whether to leave out the colours
   * @return empty if that part cannot be had without loss, or only at greater cost than by decoding
   *     it
   * @throws DamagedImageException if what is stored there is damaged
   */
  Optional<JpegPart> part(Rectangle region, Orientation turn, boolean gray) throws IOException;

  /**
   * A part as a JPEG file that always has the size of the tile; what lies beyond the level's right
   * and lower edge repeats what is before it.
   *
   * @param x left edge, in pixels of the level, inside it
   * @param y upper edge, in pixels of the level, inside it
   * @param tile width and height, multiples of 16
   * @return empty if it cannot be had without loss
   */
  Optional<JpegPart> tile(int x, int y, Dimensions tile) throws IOException;
}
