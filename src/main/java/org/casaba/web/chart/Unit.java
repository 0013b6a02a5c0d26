package org.casaba.web.chart;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** What numbers of a graph are, and how people read them. */
public enum Unit {
  /** Things a second. */
  RATE {
    @Override
    public String text(double value) {
      return number(value) + "/s";
    }
  },
  SECONDS {
    @Override
    public String text(double value) {
      if (value == 0) {
        return "0";
      }
      return value < 0.9995 ? number(value * 1e3) + " ms" : number(value) + " s";
    }
  },
  BYTES {
    @Override
    public String text(double value) {
      double rest = value;
      int power = 0;
      while (rest >= 999.5 && power < PREFIXES.length() - 1) {
        rest /= 1024;
        power++;
      }
      return number(rest) + " " + (PREFIXES.charAt(power) + "B").strip();
    }

    @Override
    double atLeast(double value) {
      return Math.max(value, 1 << 20);
    }

    @Override
    double roundAbove(double value) {
      double round = 1;
      while (round < value) {
        round *= 2;
      }
      return round;
    }
  },
  /** Things. */
  COUNT {
    @Override
    public String text(double value) {
      return number(value);
    }

    @Override
    double atLeast(double value) {
      return Math.max(value, 2);
    }
  };

  private static final String PREFIXES = " KMGTP";

  /** A number with its unit, short. */
  public abstract String text(double value);

  /** With three digits or so; whole numbers as they are. */
  private static String number(double value) {
    if (value == Math.rint(value) || value >= 99.95) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(
        Locale.ROOT, value < 0.995 ? "%.2f" : value < 9.95 ? "%.1f" : "%.0f", value);
  }

  /** What a scale reaches to for a highest value: where all is zero, numbers should be plain. */
  double atLeast(double value) {
    return value == 0 ? 2 : value;
  }

  /** The least round number that is not below one. */
  double roundAbove(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-6))));
    return DoubleStream.of(1, 2, 4, 5, 10)
        .map(factor -> factor * decade)
        .filter(round -> round >= value * (1 - 1e-9))
        .findFirst()
        .orElse(value);
  }
}
