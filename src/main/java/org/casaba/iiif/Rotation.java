package org.casaba.iiif;

/**
 * Mirroring and clockwise turning (Image API 3.0 section 4.3).
 *
 * @param mirrored whether left and right are exchanged before the turn
 * @param degrees 0 to 360
 */
public record Rotation(boolean mirrored, Decimal degrees) {
  public static final Rotation NONE = new Rotation(false, Decimal.of(0));

  public Rotation {
    if (degrees.exceeds(360)) {
      throw new IllegalArgumentException("more than 360 degrees");
    }
  }

  /** The same turn with 360 written as 0. */
  public Rotation canonical() {
    return degrees.equals(Decimal.of(360)) ? new Rotation(mirrored, Decimal.of(0)) : this;
  }

  @Override
  public String toString() {
    return (mirrored ? "!" : "") + degrees;
  }
}
