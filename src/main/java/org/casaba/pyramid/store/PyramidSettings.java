package org.casaba.pyramid.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which pyramids are built and kept.
 *
 * @param folder {@code pyramids.folder}: where; null for the server's own choice
 * @param maxSize {@code pyramids.max_size}: bytes that all take together, 0 for none at all
 * @param minPixels {@code pyramids.min_pixels}: smaller images get none
 */
public record PyramidSettings(@Nullable Path folder, long maxSize, long minPixels) {
  public PyramidSettings {
    if (maxSize < 0 || minPixels < 1) {
      throw new IllegalArgumentException(maxSize + " bytes, " + minPixels + " pixels");
    }
  }

  /** The same, in the folder {@code pyramids} of that one if none has been chosen. */
  public PyramidSettings below(@Nullable Path standard) {
    return folder == null && standard != null
        ? new PyramidSettings(standard.resolve("pyramids"), maxSize, minPixels)
        : this;
  }
}
