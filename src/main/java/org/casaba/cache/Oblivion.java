package org.casaba.cache;

import java.util.HashSet;
import java.util.Set;

/**
 * What is to be forgotten of pictures that cannot be got at: those on a disk that is full or was
 * taken away come back with it. Thread-safe.
 */
final class Oblivion {
  /** Beyond so many images all is forgotten. */
  private static final int MOST = 1000;

  private final Set<String> images = new HashSet<>();
  private boolean all;

  synchronized void add(String image) {
    if (images.size() < MOST) {
      images.add(image);
    } else {
      addAll();
    }
  }

  synchronized void addAll() {
    all = true;
    images.clear();
  }

  /**
   * Forgets it.
   *
   * @throws RuntimeException if that is not possible
   */
  synchronized void makeUp(OpenTiers tiers) {
    if (all) {
      tiers.clear();
    } else if (!images.isEmpty()) {
      tiers.removeIf((image, _) -> images.contains(image));
    }
    all = false;
    images.clear();
  }
}
