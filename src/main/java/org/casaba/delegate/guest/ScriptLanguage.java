package org.casaba.delegate.guest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A language that rules are written in. */
public enum ScriptLanguage {
  JAVASCRIPT("js", ".js", "JavaScript"),
  PYTHON("python", ".py", "Python");

  private final String id;
  private final String suffix;
  private final String title;

  ScriptLanguage(String id, String suffix, String title) {
    this.id = id;
    this.suffix = suffix;
    this.title = title;
  }

  /** The language of that file, by the end of its name. */
  public static Optional<ScriptLanguage> of(Path file) {
    for (ScriptLanguage each : values()) {
      if (file.toString().endsWith(each.suffix)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The engine's name for it. */
  public String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** What its contexts are told. */
  Map<String, String> options() {
    return switch (this) {
      case JAVASCRIPT ->
          Map.of(
              "js.string-length-limit", "10000000",
              "js.load", "false",
              "js.graal-builtin", "false",
              "js.polyglot-builtin", "false",
              "js.java-package-globals", "false",
              "js.shared-array-buffer", "false",
              "js.text-encoding", "true");
      case PYTHON ->
          Map.of(
              "python.NoSiteFlag", "true",
              "python.NoUserSiteFlag", "true",
              "python.IgnoreEnvironmentFlag", "true",
              "python.IsolateFlag", "true",
              "python.PosixModuleBackend", "java",
              "python.StandardStreamEncoding", "utf-8",
              "python.WarnExperimentalFeatures", "false");
    };
  }

  /** How a script may spell a function's name. */
  List<String> spellings(ScriptFunction function) {
    return switch (this) {
      case JAVASCRIPT ->
          function.snakeCase().equals(function.camelCase())
              ? List.of(function.snakeCase())
              : List.of(function.camelCase(), function.snakeCase());
      case PYTHON -> List.of(function.snakeCase());
    };
  }
}
