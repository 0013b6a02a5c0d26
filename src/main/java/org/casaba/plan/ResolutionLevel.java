package org.casaba.plan;

import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * One size at which a stored image can be decoded directly: a level of a pyramid, or a scale that
 * the compression gives for little (a JPEG's 1/2, 1/4, 1/8).
 *
 * @param size pixels of this level, before the image's orientation is applied
 * @param tileSize size of the tiles that can be decoded one by one; null where there are none
 *     (strips count as none)
 */
public record ResolutionLevel(Dimensions size, @Nullable Dimensions tileSize) {

  public Optional<Dimensions> tile() {
    return Optional.ofNullable(tileSize);
  }
}
