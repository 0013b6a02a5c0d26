package org.casaba.iiif;

/**
 * What the identifier in a request stands for: a stored image, a page of it, and how much of its
 * size is shown.
 *
 * @param page 1 is the first
 */
public record MetaIdentifier(Identifier identifier, int page, Scale scale) {
  public MetaIdentifier {
    if (page < 1) {
      throw new IllegalArgumentException("pages are counted from 1");
    }
  }

  /** The first page in full size. */
  public static MetaIdentifier of(Identifier identifier) {
    return new MetaIdentifier(identifier, 1, Scale.FULL);
  }
}
