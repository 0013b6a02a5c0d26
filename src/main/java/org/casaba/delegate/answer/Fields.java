package org.casaba.delegate.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an answer that is a map. Each is taken once, as what it must be; one that is null
 * counts as missing, and one that is left over at the end is a mistake.
 */
final class Fields {
  private static final int LONGEST_TEXT = 100_000;

  private final Map<String, Object> left = new LinkedHashMap<>();

  private Fields(Map<?, ?> map) {
    map.forEach((key, value) -> {
      if (value != null) {
        left.put((String) key, value);
      }
    });
  }

  /**
   * @param allowed what may be answered, for the message
   */
  static Fields of(@Nullable Object answer, String allowed) throws IllegalAnswerException {
    if (!(answer instanceof Map<?, ?> map)) {
      throw new IllegalAnswerException("which is not " + allowed);
    }
    return new Fields(map);
  }

  boolean has(String key) {
    return left.containsKey(key);
  }

  OptionalLong wholeNumber(String key, long min, long max) throws IllegalAnswerException {
    Object value = left.remove(key);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!(value instanceof Long number) || number < min || number > max) {
      throw new IllegalAnswerException(
          "where " + key + " is no whole number from " + min + " to " + max);
    }
    return OptionalLong.of(number);
  }

  OptionalDouble number(String key) throws IllegalAnswerException {
    Object value = left.remove(key);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      throw new IllegalAnswerException("where " + key + " is no number");
    }
    return OptionalDouble.of(number.doubleValue());
  }

  Optional<String> text(String key) throws IllegalAnswerException {
    Object value = left.remove(key);
    if (value != null && !(value instanceof String)) {
      throw new IllegalAnswerException("where " + key + " is no text");
    }
    if (value instanceof String text && text.length() > LONGEST_TEXT) {
      throw new IllegalAnswerException("where " + key + " is too long");
    }
    return Optional.ofNullable((String) value);
  }

  /** A text without control characters: fit for a header. */
  Optional<String> line(String key) throws IllegalAnswerException {
    Optional<String> text = text(key);
    if (text.isPresent()) {
      String line = text.get();
      if (line.isBlank()
          || line.length() > 4000
          || line.codePoints().anyMatch(Fields::breaksLines)) {
        throw new IllegalAnswerException(
            "where " + key + " is empty, too long, or has line breaks or control characters");
      }
    }
    return text;
  }

  private static boolean breaksLines(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  Optional<Object> any(String key) {
    return Optional.ofNullable(left.remove(key));
  }

  /** Makes sure that all fields have been taken. */
  void nothingElse(String allowed) throws IllegalAnswerException {
    if (!left.isEmpty()) {
      throw new IllegalAnswerException(
          "where "
              + String.join(", ", left.keySet())
              + " has no place beside the rest: "
              + allowed);
    }
  }
}
