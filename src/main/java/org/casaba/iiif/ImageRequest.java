package org.casaba.iiif;

/**
 * An image request without the identifier's place in a path: what is wanted of which image.
 *
 * @param version which version's grammar it was written in
 */
public record ImageRequest(
    ApiVersion version,
    Identifier identifier,
    Region region,
    Size size,
    Rotation rotation,
    Quality quality,
    Format format) {

  /** The four last segments of the path: {@code region/size/rotation/quality.format}. */
  public String parameters() {
    return region
        + "/"
        + size
        + "/"
        + rotation
        + "/"
        + quality.parameter()
        + "."
        + format.extension();
  }

  public ImageRequest withSize(Size other) {
    return new ImageRequest(version, identifier, region, other, rotation, quality, format);
  }
}
