package org.casaba.iiif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as requests write it: digits and at most one point, no sign, no exponent. Prints itself
 * in the canonical form: no trailing zeros, a zero before the point (Image API 2.1.1 section 4.7).
 * Kept to ten digits after the point, as the specification recommends.
 *
 * @param value 0 or more
 */
public record Decimal(BigDecimal value) {
  private static final Pattern SYNTAX = Pattern.compile("[0-9]+(\\.[0-9]+)?|\\.[0-9]+");
  private static final int DIGITS = 10;

  public Decimal {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("negative " + value);
    }
    value = value.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  /** The number that these characters write, if they write one. */
  public static Optional<Decimal> parse(String text) {
    return SYNTAX.matcher(text).matches()
        ? Optional.of(new Decimal(new BigDecimal(text)))
        : Optional.empty();
  }

  public static Decimal of(long value) {
    return new Decimal(BigDecimal.valueOf(value));
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  public boolean exceeds(long other) {
    return value.compareTo(BigDecimal.valueOf(other)) > 0;
  }

  public double doubleValue() {
    return value.doubleValue();
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
