package org.casaba.delegate.host;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.casaba.delegate.context.JsonText;
import org.casaba.delegate.guest.Attendant;
import org.casaba.delegate.guest.LineBudget;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** {@code log}: lines in the server's log. */
final class LogObject implements ProxyObject, Attendant {
  private static final Logger LOG = LoggerFactory.getLogger("org.casaba.delegate.script");
  private static final int LONGEST = 2000;

  /** Contexts have threads of their own, which end with them. */
  private final ThreadLocal<LineBudget> lines = ThreadLocal.withInitial(LineBudget::new);

  private final Members members;

  private LogObject(HostFunction.Errors errors) {
    Map<String, HostFunction> functions = new TreeMap<>();
    Map.of("debug", Level.DEBUG, "info", Level.INFO, "warn", Level.WARN, "error", Level.ERROR)
        .forEach((name, level) ->
            functions.put(
                name, new HostFunction("log." + name, errors, values -> log(level, values))));
    this.members = new Members(functions);
  }

  static LogObject of(HostFunction.Errors errors) {
    return new LogObject(errors);
  }

  private @Nullable Object log(Level level, Arguments arguments) {
    if (LOG.isEnabledForLevel(level)) {
      lines.get().spend(() -> line(arguments), line -> LOG.atLevel(level).log("{}", line));
    }
    return null;
  }

  @Override
  public void callBegins() {
    lines.get().renew();
  }

  @Override
  public @Nullable Object getMember(String key) {
    return members.getMember(key);
  }

  @Override
  public Object getMemberKeys() {
    return members.getMemberKeys();
  }

  @Override
  public boolean hasMember(String key) {
    return members.hasMember(key);
  }

  @Override
  public void putMember(String key, Value value) {
    members.putMember(key, value);
  }

  private static String line(Arguments arguments) {
    StringJoiner line = new StringJoiner(" ");
    for (int i = 0; i < arguments.count() && line.length() <= LONGEST; i++) {
      line.add(arguments.get(i).map(LogObject::text).orElse("null"));
    }
    return oneLine(line.toString());
  }

  /** Texts as they are, what is plain as JSON, and all else in the language's own words. */
  private static String text(Value value) {
    if (value.isString()) {
      return value.asString();
    }
    try {
      return JsonText.of(PlainCopy.of(value), LONGEST);
    } catch (CallException e) {
      return value.isProxyObject() ? "(an object of the server)" : value.toString();
    }
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
