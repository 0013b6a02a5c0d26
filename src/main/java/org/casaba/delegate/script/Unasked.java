package org.casaba.delegate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.guest.ScriptFunction;

/** Finds functions that a script has in vain. */
final class Unasked {
  private Unasked() {}

  /** What is to be said of each: its name, and why it is not asked. */
  static List<String> of(Set<ScriptFunction> functions, DelegateSettings.Lookup lookup) {
    List<String> unasked = new ArrayList<>();
    for (ScriptFunction function : ScriptFunction.values()) {
      String reason = functions.contains(function) ? reason(function, lookup) : "";
      if (!reason.isEmpty()) {
        unasked.add(function.snakeCase() + " is not asked " + reason);
      }
    }
    return unasked;
  }

  private static String reason(ScriptFunction function, DelegateSettings.Lookup lookup) {
    return switch (function) {
      case SOURCE ->
          lookup.source() == DelegateSettings.SourceChoice.SCRIPT
              ? ""
              : "without source.default = script";
      case FILESYSTEMSOURCE_PATHNAME ->
          lookup.file() == DelegateSettings.FileChoice.SCRIPT
              ? ""
              : "without source.filesystem.lookup = script";
      case DESERIALIZE_META_IDENTIFIER, SERIALIZE_META_IDENTIFIER ->
          lookup.identifiers() ? "" : "without meta_identifier.transformer = delegate";
      case HTTPSOURCE_RESOURCE_INFO, S3SOURCE_OBJECT_INFO -> "by this version";
      case PRE_AUTHORIZE,
          AUTHORIZE,
          LIMITS,
          EXTRA_IIIF2_INFORMATION_RESPONSE_KEYS,
          EXTRA_IIIF3_INFORMATION_RESPONSE_KEYS,
          OVERLAY,
          REDACTIONS,
          METADATA ->
          "";
    };
  }
}
