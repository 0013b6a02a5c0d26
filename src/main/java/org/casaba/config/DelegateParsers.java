package org.casaba.config;

import java.util.List;
import java.util.Map;
import org.casaba.delegate.host.HostSettings;

/** What scripts find around them. */
final class DelegateParsers {
  private DelegateParsers() {}

  static HostSettings hostObjects(Values values) {
    return new HostSettings(
        new HostSettings.Http(
            values.get(Keys.DELEGATE_HTTP_HOSTS),
            values.get(Keys.DELEGATE_HTTP_PRIVATE_HOSTS),
            values.get(Keys.DELEGATE_HTTP_TIMEOUT),
            values.get(Keys.DELEGATE_HTTP_MAX_RESPONSE).intValue()),
        values.get(Keys.DELEGATE_CACHE_ENTRIES).intValue(),
        readable(values));
  }

  /** What scripts may read: listed keys, and the institution's own values. */
  private static Map<String, String> readable(Values values) {
    Map<String, String> readable = values.own();
    List<String> listed = values.get(Keys.DELEGATE_SETTINGS);
    for (Key<?> key : Keys.ALL) {
      if (listed.contains(key.name()) && readable.put(key.name(), values.text(key)) != null) {
        values.report(
            Keys.DELEGATE_SETTINGS,
            "contains " + key.name() + ", which " + OwnValues.PREFIX + key.name() + " hides",
            "give the value another name");
      }
    }
    return readable;
  }
}
