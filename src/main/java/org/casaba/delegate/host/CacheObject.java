package org.casaba.delegate.host;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code cache}: values that outlive a request, and the context that put them there. */
final class CacheObject {
  private static final int LONGEST_KEY = 1000;
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration LONGEST_LIFE = Duration.ofDays(1);

  private CacheObject() {}

  static Members of(ScriptCache cache, HostFunction.Errors errors) {
    return new Members(
        Map.of(
            "get",
            new HostFunction(
                "cache.get",
                errors,
                arguments ->
                    PlainMap.toScript(cache.get(key(arguments), arguments.get(1).orElse(null)))),
            "put",
            new HostFunction(
                "cache.put",
                errors,
                arguments -> {
                  if (arguments.count() < 2) {
                    throw new CallException("needs a key and a value");
                  }
                  cache.put(key(arguments), arguments.plain(1), life(arguments.plain(2)));
                  return null;
                }),
            "remove",
            new HostFunction(
                "cache.remove",
                errors,
                arguments -> {
                  cache.remove(key(arguments));
                  return null;
                })));
  }

  private static String key(Arguments arguments) throws CallException {
    return arguments.text(0, "key", LONGEST_KEY);
  }

  private static Duration life(@Nullable Object seconds) throws CallException {
    return seconds == null ? LIFE : Seconds.of(seconds, "seconds", LONGEST_LIFE);
  }
}
