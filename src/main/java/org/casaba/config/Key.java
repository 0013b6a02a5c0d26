package org.casaba.config;

import java.util.Locale;

/**
 * A setting.
 *
 * @param name as in {@code casaba.properties}: lower case, dots between its parts
 * @param parser reads its text
 */
record Key<T>(String name, ValueParser<T> parser) {

  /** What begins the name of every environment variable that is meant for this program. */
  static final String VARIABLE_PREFIX = "CASABA_";

  /** What begins the name of every system property that is meant for this program. */
  static final String PROPERTY_PREFIX = "casaba.";

  /** The environment variable that overrides the file: {@code CASABA_LIMITS_MAX_AREA}. */
  String variable() {
    return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** The system property that overrides both: {@code casaba.limits.max_area}. */
  String property() {
    return PROPERTY_PREFIX + name;
  }
}
