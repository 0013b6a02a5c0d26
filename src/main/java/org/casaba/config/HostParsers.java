package org.casaba.config;

import java.util.Set;
import org.casaba.delegate.host.HostPattern;

/** Values that say what delegate scripts may reach. */
final class HostParsers {
  private static final String HOSTS =
      "hosts with or without a port, such as login.example.org, [2001:db8::7]:8080,"
          + " *.example.org, between commas";

  /** Ends of the names of keys that no script may read. */
  private static final Set<String> SECRETS = Set.of("password", "secret", "secret_key", "token");

  private HostParsers() {}

  static HostPattern host(String text) throws IllegalValueException {
    return HostPattern.of(text)
        .orElseThrow(() -> new IllegalValueException("is not a host", HOSTS));
  }

  /** The name of a key that is no secret. */
  static String readableKey(String text) throws IllegalValueException {
    String allowed = "names of settings, between commas; none that is a secret";
    if (Keys.ALL.stream().noneMatch(key -> key.name().equals(text))) {
      throw new IllegalValueException("is not a setting", allowed);
    }
    if (SECRETS.contains(text.substring(text.lastIndexOf('.') + 1))) {
      throw new IllegalValueException("is a secret", allowed);
    }
    return text;
  }
}
