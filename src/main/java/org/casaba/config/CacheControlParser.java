package org.casaba.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The value of Cache-Control in answers (RFC 9111 section 5.2.2, RFC 8246, RFC 5861), read as
 * strictly as a misprint in it is hard to notice.
 */
final class CacheControlParser {
  private static final String ALLOWED =
      "directives between commas, such as public, max-age=3600, or nothing";

  private static final Set<String> WITH_SECONDS =
      Set.of("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error");

  private static final Set<String> PLAIN =
      Set.of(
          "public",
          "private",
          "immutable",
          "no-cache",
          "no-store",
          "no-transform",
          "must-revalidate",
          "proxy-revalidate",
          "must-understand");

  private static final Set<String> OF_REQUESTS = Set.of("max-stale", "min-fresh", "only-if-cached");

  /** What any cache has to be able to count to. */
  private static final Pattern SECONDS = Pattern.compile("0*[0-9]{1,9}|0*1[0-9]{9}");

  /** Two that cannot both be meant; those with seconds only if they are not 0. */
  private record Contradiction(String one, String other) {}

  private static final List<Contradiction> CONTRADICTIONS =
      List.of(
          new Contradiction("public", "private"),
          new Contradiction("private", "s-maxage"),
          new Contradiction("private", "proxy-revalidate"),
          new Contradiction("no-store", "public"),
          new Contradiction("no-store", "max-age"),
          new Contradiction("no-store", "s-maxage"),
          new Contradiction("no-store", "immutable"),
          new Contradiction("no-store", "stale-while-revalidate"),
          new Contradiction("no-store", "stale-if-error"),
          new Contradiction("no-cache", "max-age"),
          new Contradiction("no-cache", "s-maxage"),
          new Contradiction("no-cache", "immutable"),
          new Contradiction("no-cache", "stale-while-revalidate"),
          new Contradiction("no-cache", "stale-if-error"),
          new Contradiction("must-revalidate", "stale-while-revalidate"),
          new Contradiction("must-revalidate", "stale-if-error"));

  private CacheControlParser() {}

  /** The directives in small letters, as they are sent. Empty text: the header is not sent. */
  static String parse(String text) throws IllegalValueException {
    if (text.isEmpty()) {
      return text;
    }
    Map<String, String> directives = new LinkedHashMap<>();
    for (String each : text.split(",", -1)) {
      int equals = each.indexOf('=');
      String name = (equals < 0 ? each : each.substring(0, equals)).strip();
      String known = name.toLowerCase(Locale.ROOT);
      String value = equals < 0 ? "" : each.substring(equals + 1).strip();
      check(known, name, equals < 0, value);
      if (directives.putIfAbsent(known, value) != null) {
        throw new IllegalValueException("says " + known + " twice", ALLOWED);
      }
    }
    checkTogether(directives);
    List<String> written = new ArrayList<>();
    directives.forEach((name, value) -> written.add(value.isEmpty() ? name : name + "=" + value));
    return String.join(", ", written);
  }

  private static void check(String known, String name, boolean bare, String value)
      throws IllegalValueException {
    if (name.isEmpty()) {
      throw new IllegalValueException("has nothing between two commas, or at an end", ALLOWED);
    }
    if (OF_REQUESTS.contains(known)) {
      throw new IllegalValueException("has " + known + ", which only requests say", ALLOWED);
    }
    if (PLAIN.contains(known)) {
      if (!bare) {
        throw new IllegalValueException(
            "has a value for " + known, known + " alone, without an equals sign");
      }
    } else if (!WITH_SECONDS.contains(known)) {
      throw new IllegalValueException("has " + shown(name) + ", which is no directive", ALLOWED);
    } else if (!SECONDS.matcher(value).matches()) {
      throw new IllegalValueException(
          "has no number of seconds for " + known, known + "=3600, up to 1999999999");
    }
  }

  /** Without what a terminal would not show as it is. */
  private static String shown(String name) {
    return name.replaceAll("[^ -~]", "?");
  }

  private static void checkTogether(Map<String, String> directives) throws IllegalValueException {
    Predicate<String> says = name -> !directives.getOrDefault(name, "0").matches("0+");
    for (Contradiction each : CONTRADICTIONS) {
      if (says.test(each.one()) && says.test(each.other())) {
        throw new IllegalValueException(
            "says both " + each.one() + " and " + each.other(), "one of them");
      }
    }
    if (says.test("immutable") && !says.test("max-age") && !says.test("s-maxage")) {
      throw new IllegalValueException(
          "says immutable, but not for how long", "immutable together with max-age");
    }
  }
}
