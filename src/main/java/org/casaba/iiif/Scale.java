package org.casaba.iiif;

import java.math.BigInteger;
import org.casaba.geometry.Dimensions;

/**
 * A fraction of an image's size, for those who may see it only reduced. Kept in lowest terms, so
 * that equal fractions are equal however they were written.
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
    int divisor = BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).intValue();
    numerator /= divisor;
    denominator /= divisor;
  }

  /** Whether it leaves no more of the image than {@code other} does. */
  public boolean isWithin(Scale other) {
    return (long) numerator * other.denominator <= (long) other.numerator * denominator;
  }

  /** What it leaves of a size, to the nearest pixel; at least one either way. */
  public Dimensions of(Dimensions size) {
    return new Dimensions(side(size.width()), side(size.height()));
  }

  private int side(int full) {
    long half = denominator / 2;
    return (int) Math.max(1, ((long) full * numerator + half) / denominator);
  }

  @Override
  public String toString() {
    return numerator + ":" + denominator;
  }
}
