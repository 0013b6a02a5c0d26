package org.casaba.metrics;

import java.util.Locale;

/** How a picture has been come by, the cheapest first. */
public enum Way {
  /** A kept derivative. */
  CACHE,
  /** A stored file, sent whole. */
  FILE,
  /** A stored tile as it is. */
  COPY,
  /** Blocks of one stored tile. */
  CROP,
  /** Blocks of several stored tiles. */
  JOIN,
  /** Blocks cut out of a file that is stored in one piece. */
  INDEX,
  /** Drawn: decoded and encoded. */
  RENDER;

  /** Its name in figures and headers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
