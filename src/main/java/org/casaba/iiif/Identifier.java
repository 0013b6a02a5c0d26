package org.casaba.iiif;

/**
 * Names an image, as the source understands it: percent-decoded exactly once, not empty, slashes
 * and all.
 */
public record Identifier(String value) {
  public Identifier {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an identifier is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
