package org.casaba.iiif;

/**
 * A fraction of an image's size, for those who may see it only reduced.
 *
 * @param numerator 1 or more
 * @param denominator 1 or more, not less than the numerator
 */
public record Scale(int numerator, int denominator) {
  public static final Scale FULL = new Scale(1, 1);

  public Scale {
    if (numerator < 1 || denominator < numerator) {
      throw new IllegalArgumentException(
          numerator + ":" + denominator + " is not a fraction between 0 and 1");
    }
  }

  /** Whether it leaves no more of the image than {@code other} does. */
  public boolean isWithin(Scale other) {
    return (long) numerator * other.denominator <= (long) other.numerator * denominator;
  }

  @Override
  public String toString() {
    return numerator + ":" + denominator;
  }
}
