package org.casaba.pyramid.store;

import java.util.Locale;

/** Sizes of files as people read them. */
final class Megabytes {
  private Megabytes() {}

  /** As settings count them, 1024 times 1024 bytes, with one decimal. */
  static String of(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / (double) (1 << 20));
  }
}
