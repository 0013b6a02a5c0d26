package org.casaba.info;

import java.util.List;
import org.casaba.geometry.Dimensions;

/**
 * Tiles that viewers had best ask for (Image API 3.0 section 5.5).
 *
 * @param tile size of a whole tile in pixels of the answer
 * @param scaleFactors by how much the image may be reduced, smallest first, 1 or more
 */
public record TileSet(Dimensions tile, List<Integer> scaleFactors) {
  public TileSet {
    scaleFactors = List.copyOf(scaleFactors);
  }
}
