package org.casaba.delegate.host;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** {@code log}: lines in the server's log. */
final class LogObject {
  private static final Logger LOG = LoggerFactory.getLogger("org.casaba.delegate.script");
  private static final int LONGEST = 2000;

  private LogObject() {}

  static Members of(HostFunction.Errors errors) {
    Map<String, HostFunction> functions = new TreeMap<>();
    Map.of("debug", Level.DEBUG, "info", Level.INFO, "warn", Level.WARN, "error", Level.ERROR)
        .forEach((name, level) ->
            functions.put(
                name,
                new HostFunction(
                    "log." + name,
                    errors,
                    arguments -> {
                      if (LOG.isEnabledForLevel(level)) {
                        LOG.atLevel(level).log("{}", line(arguments));
                      }
                      return null;
                    })));
    return new Members(functions);
  }

  private static String line(Arguments arguments) {
    StringJoiner line = new StringJoiner(" ");
    for (int i = 0; i < arguments.count() && line.length() <= LONGEST; i++) {
      line.add(
          arguments
              .get(i)
              .map(value -> value.isString() ? value.asString() : value.toString())
              .orElse("null"));
    }
    return oneLine(line.toString());
  }

  /** Cut short, and without what could end the line or pretend to be another. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> {
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.SURROGATE ->
                line.append(String.format("\\u%04x", c));
            default -> line.appendCodePoint(c);
          }
        });
    return line.append(text.codePointCount(0, text.length()) > LONGEST ? "…" : "").toString();
  }
}
