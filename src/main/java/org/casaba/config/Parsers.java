package org.casaba.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Kinds of values that more than one setting could have. */
final class Parsers {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
  private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Pattern SIGNED_DECIMAL = Pattern.compile("-?" + DECIMAL.pattern());
  private static final Pattern HEXADECIMAL = Pattern.compile("#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})");
  private static final Map<String, Integer> COLOURS = Map.of("white", 0xffffff, "black", 0);

  private Parsers() {}

  /** Digits and nothing else; from {@code min} to {@code max}, both included. */
  static ValueParser<Long> wholeNumber(long min, long max) {
    String range = max >= Integer.MAX_VALUE ? min + " or more" : min + " to " + max;
    String allowed = "a whole number, " + range;
    return text -> {
      if (!DIGITS.matcher(text).matches()) {
        boolean negative = NEGATIVE.matcher(text).matches();
        throw new IllegalValueException(
            negative ? "is too small" : "is not a whole number", allowed);
      }
      long number = Long.parseLong(text);
      if (number < min || number > max) {
        throw new IllegalValueException(number < min ? "is too small" : "is too large", allowed);
      }
      return number;
    };
  }

  /** Digits with or without a decimal point; from {@code min} to {@code max}, both included. */
  static ValueParser<Double> decimal(int min, int max) {
    String allowed = "a number from " + min + " to " + max + ", such as 1.5";
    return text -> {
      if (!(min < 0 ? SIGNED_DECIMAL : DECIMAL).matcher(text).matches()) {
        throw new IllegalValueException("is not a number", allowed);
      }
      double number = Double.parseDouble(text);
      if (number < min || number > max) {
        throw new IllegalValueException(number < min ? "is too small" : "is too large", allowed);
      }
      return number;
    };
  }

  static Boolean trueOrFalse(String text) throws IllegalValueException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalValueException("is neither", "true or false");
    };
  }

  /** One of an enum's constants, in lower case, hyphens for underscores. */
  static <E extends Enum<E>> ValueParser<E> word(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    String allowed = constants.stream().map(Parsers::spelled).collect(Collectors.joining(", "));
    return text -> {
      for (E constant : constants) {
        if (spelled(constant).equals(text.toLowerCase(Locale.ROOT))) {
          return constant;
        }
      }
      throw new IllegalValueException("is none of them", allowed);
    };
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Values between commas, in order, each once; an empty text is an empty list. */
  static <T> ValueParser<List<T>> list(ValueParser<T> element) {
    return text -> {
      List<T> values = new ArrayList<>();
      for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
        try {
          values.add(element.parse(part.strip()));
        } catch (IllegalValueException e) {
          throw new IllegalValueException(
              "contains " + Mistake.quoted(part.strip()) + ", which " + e.problem(), e.allowed());
        }
      }
      return values.stream().distinct().toList();
    };
  }

  /** 0xRRGGBB from hexadecimal digits, as in CSS, or the two most usual names. */
  static Integer colour(String text) throws IllegalValueException {
    Integer named = COLOURS.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (!HEXADECIMAL.matcher(text).matches()) {
      throw new IllegalValueException(
          "is not a colour", "rrggbb, rgb, #rrggbb, #rgb, white, black");
    }
    String digits = text.replace("#", "");
    String pairs =
        digits.length() == 6
            ? digits
            : Arrays.stream(digits.split("")).map(d -> d + d).collect(Collectors.joining());
    return Integer.parseInt(pairs, 16);
  }
}
