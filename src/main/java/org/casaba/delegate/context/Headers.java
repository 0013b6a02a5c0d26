package org.casaba.delegate.context;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request headers, found by their names in any letter case. Several of one name are one value,
 * joined by commas.
 */
record Headers(Map<String, List<String>> byName) implements Keyed {

  @Override
  public List<String> keys() {
    return byName.keySet().stream().sorted().toList();
  }

  @Override
  public boolean has(String key) {
    return byName.containsKey(key.toLowerCase(Locale.ROOT));
  }

  @Override
  public @Nullable Object get(String key) {
    List<String> values = byName.get(key.toLowerCase(Locale.ROOT));
    return values == null ? null : String.join(", ", values);
  }

  /** What the client has been asked to remember (RFC 6265 section 4.2.1); the first of a name. */
  Map<String, Object> cookies() {
    Map<String, Object> cookies = new LinkedHashMap<>();
    for (String header : byName.getOrDefault("cookie", List.of())) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          cookies.putIfAbsent(
              pair.substring(0, equals).strip(), unquoted(pair.substring(equals + 1).strip()));
        }
      }
    }
    return cookies;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
