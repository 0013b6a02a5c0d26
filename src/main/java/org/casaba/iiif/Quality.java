package org.casaba.iiif;

import java.util.Optional;

/** What colours an answer has (Image API 3.0 section 4.4). */
public enum Quality {
  DEFAULT,
  COLOR,
  GRAY,
  BITONAL;

  public static Optional<Quality> of(String name) {
    for (Quality q : values()) {
      if (q.parameter().equals(name)) {
        return Optional.of(q);
      }
    }
    return Optional.empty();
  }

  /** The word in a request. */
  public String parameter() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
