package org.casaba.delegate.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casaba.plan.Alterations;
import org.jspecify.annotations.Nullable;

/** Reads answers that are texts, and the keys that are added to an info.json. */
public final class TextAnswer {
  private static final int LONGEST = 1 << 20;

  private TextAnswer() {}

  /** What {@code metadata} answers; nothing for null. */
  public static Optional<String> xmp(@Nullable Object answer) throws IllegalAnswerException {
    if (answer == null) {
      return Optional.empty();
    }
    String xmp = WellFormed.xml(text(answer, "XMP as a text"));
    try {
      return new Alterations(List.of(), null, xmp).xmp();
    } catch (IllegalArgumentException e) {
      throw new IllegalAnswerException("where " + e.getMessage());
    }
  }

  /** What {@code source} answers, if it names a source that there is. */
  public static String source(@Nullable Object answer) throws IllegalAnswerException {
    String name = text(answer, "a source's name").toLowerCase(Locale.ROOT);
    if (!name.equals("filesystem") && !name.equals("filesystemsource")) {
      throw new IllegalAnswerException("which is no source; there is filesystem");
    }
    return name;
  }

  /** What {@code extra_iiif…_information_response_keys} answers; nothing for null. */
  public static Map<String, Object> keys(@Nullable Object answer) throws IllegalAnswerException {
    if (answer == null) {
      return Map.of();
    }
    if (!(answer instanceof Map<?, ?> map)) {
      throw new IllegalAnswerException("which is not a map, or nothing");
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    map.forEach((key, value) -> keys.put((String) key, value));
    if (containsNoNumber(keys)) {
      throw new IllegalAnswerException("where a number is none that JSON has");
    }
    if (!isText(keys, "rights") || !(isText(keys, "license") || isTexts(keys, "license"))) {
      throw new IllegalAnswerException("where rights or license is no text");
    }
    if (!isTexts(keys, "preferredFormats")) {
      throw new IllegalAnswerException("where preferredFormats is no list of texts");
    }
    return keys;
  }

  private static boolean isText(Map<String, Object> keys, String key) {
    return !keys.containsKey(key) || keys.get(key) instanceof String;
  }

  private static boolean isTexts(Map<String, Object> keys, String key) {
    return !keys.containsKey(key)
        || (keys.get(key) instanceof List<?> list
            && list.stream().allMatch(each -> each instanceof String));
  }

  private static boolean containsNoNumber(@Nullable Object value) {
    return switch (value) {
      case Double d -> !Double.isFinite(d);
      case Map<?, ?> map -> map.values().stream().anyMatch(TextAnswer::containsNoNumber);
      case List<?> list -> list.stream().anyMatch(TextAnswer::containsNoNumber);
      case null, default -> false;
    };
  }

  static String text(@Nullable Object answer, String allowed) throws IllegalAnswerException {
    if (!(answer instanceof String text) || text.isBlank() || text.length() > LONGEST) {
      throw new IllegalAnswerException("which is not " + allowed);
    }
    return text;
  }
}
