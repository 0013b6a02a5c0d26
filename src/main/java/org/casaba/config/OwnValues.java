package org.casaba.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casaba.delegate.host.HostSettings;

/**
 * The institution's own values, for its scripts: any name below {@code delegate.values}. In names
 * an underscore is the only sign, so that each has one environment variable, and that only one.
 */
final class OwnValues {
  static final String PREFIX = HostSettings.VALUES_PREFIX;
  private static final String VARIABLE_PREFIX = new Key<>(PREFIX, text -> text).variable();
  private static final String PROPERTY_PREFIX = new Key<>(PREFIX, text -> text).property();
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,100}");

  private OwnValues() {}

  /** Whether this key of a file is one of them, rightly named or not. */
  static boolean include(String key) {
    return key.startsWith(PREFIX);
  }

  /** The key that an environment variable sets, if it is meant for one of these. */
  static Optional<String> keyOfVariable(String variable) {
    return variable.startsWith(VARIABLE_PREFIX)
        ? Optional.of(
            PREFIX + variable.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** The key that a system property sets, if it is meant for one of these. */
  static Optional<String> keyOfProperty(String property) {
    return property.startsWith(PROPERTY_PREFIX)
        ? Optional.of(property.substring(Key.PROPERTY_PREFIX.length()))
        : Optional.empty();
  }

  /** The name of the value with that key, if it can be one. */
  static Optional<String> name(String key) {
    return Optional.of(key.substring(PREFIX.length())).filter(n -> NAME.matcher(n).matches());
  }

  static Mistake misnamed(Written written) {
    return new Mistake(
        written.place(),
        Mistake.quoted(written.key()) + " is no name for a value",
        "allowed after " + PREFIX + ": small letters a to z, digits, _");
  }
}
