package org.casaba.metrics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of which images how much has been put into the cache. Of many images, those with the least are
 * forgotten. Thread-safe.
 */
final class Holdings {
  /** How many images are remembered. */
  static final int MOST = 1000;

  private final Map<String, Holding> images = new HashMap<>();

  synchronized void kept(String image, long bytes) {
    Holding before = images.get(image);
    if (before == null && images.size() >= MOST) {
      images.keySet().retainAll(largest(MOST / 2).stream().map(Holding::image).toList());
    }
    images.merge(image, new Holding(image, 1, bytes), Holding::and);
  }

  synchronized List<Holding> largest(int most) {
    return images.values().stream()
        .sorted(Comparator.comparingLong(Holding::bytes).reversed())
        .limit(most)
        .toList();
  }
}
