package org.casaba.pyramid.store;

import java.util.Locale;

/** Sizes of files as people read them. */
final class Megabytes {
  private Megabytes() {}

  /** Millions of bytes, with one decimal. */
  static String of(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }
}
