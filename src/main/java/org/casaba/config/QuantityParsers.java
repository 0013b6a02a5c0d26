package org.casaba.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values with a unit. */
final class QuantityParsers {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})\\s*(ms|s|min|h|d)");
  private static final Pattern BYTES = Pattern.compile("([0-9]{1,12})\\s*([kmgt]?)");

  private static final Map<String, Duration> TIME_UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private QuantityParsers() {}

  /** Longer than nothing, and not longer than that. */
  static ValueParser<Duration> duration(Duration longest) {
    return duration(Duration.ofMillis(1), longest);
  }

  /** Nothing, {@code 0} for short, or a time that is not longer than that. */
  static ValueParser<Duration> durationOrNone(Duration longest) {
    ValueParser<Duration> time = duration(Duration.ZERO, longest);
    return text -> time.parse(text.equals("0") ? "0s" : text);
  }

  private static ValueParser<Duration> duration(Duration shortest, Duration longest) {
    String allowed = "a time with its unit, such as 500ms, 30s, 5min, 2h or 1d";
    return text -> {
      Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new IllegalValueException("is not a time", allowed);
      }
      Duration time =
          Objects.requireNonNull(TIME_UNITS.get(matcher.group(2)))
              .multipliedBy(Long.parseLong(matcher.group(1)));
      boolean tooShort = time.compareTo(shortest) < 0;
      if (tooShort || time.compareTo(longest) > 0) {
        throw new IllegalValueException(tooShort ? "is too short" : "is too long", allowed);
      }
      return time;
    };
  }

  /** A number of bytes, K, M, G and T standing for powers of 1024; both bounds included. */
  static ValueParser<Long> bytes(long min, long max) {
    String allowed = "a number of bytes, such as 65536, 64K, 512M or 2G";
    return text -> {
      Matcher matcher = BYTES.matcher(text.toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new IllegalValueException("is not a size", allowed);
      }
      int power = " kmgt".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
      long number = Long.parseLong(matcher.group(1));
      if (number > max >> (10 * power) || number << (10 * power) < min) {
        throw new IllegalValueException(number < min ? "is too small" : "is too large", allowed);
      }
      return number << (10 * power);
    };
  }
}
