package org.casaba.delegate.guest;

import java.util.Locale;
import java.util.Optional;

/** The functions that a script may have. */
public enum ScriptFunction {
  PRE_AUTHORIZE,
  AUTHORIZE,
  LIMITS,
  EXTRA_IIIF2_INFORMATION_RESPONSE_KEYS,
  EXTRA_IIIF3_INFORMATION_RESPONSE_KEYS,
  SOURCE,
  FILESYSTEMSOURCE_PATHNAME,
  /** Known, and not called yet. */
  HTTPSOURCE_RESOURCE_INFO,
  /** Known, and not called yet. */
  S3SOURCE_OBJECT_INFO,
  OVERLAY,
  REDACTIONS,
  METADATA,
  DESERIALIZE_META_IDENTIFIER,
  SERIALIZE_META_IDENTIFIER;

  /** As the manual calls it: {@code pre_authorize}. */
  public String snakeCase() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As JavaScript may call it: {@code preAuthorize}. */
  String camelCase() {
    StringBuilder name = new StringBuilder();
    for (String word : snakeCase().split("_", -1)) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }

  /** The function that somebody must have meant: of that name but for case and underscores. */
  static Optional<ScriptFunction> meant(String name) {
    for (ScriptFunction each : values()) {
      if (each.name().replace("_", "").equalsIgnoreCase(name.replace("_", ""))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
