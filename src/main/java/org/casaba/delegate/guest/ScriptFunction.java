package org.casaba.delegate.guest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.casaba.delegate.context.Nearness;

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

  private static final Nearness NAMES =
      new Nearness(Arrays.stream(values()).map(ScriptFunction::name).toList());

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

  /** The function that somebody must have meant who has written nearly its name. */
  static Optional<ScriptFunction> meant(String name) {
    return NAMES.meant(name).map(ScriptFunction::valueOf);
  }
}
