package org.casaba.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * System properties that the script engine reads once, when its classes are loaded. It cannot be
 * told otherwise.
 */
final class ScriptingProperties {
  private static final String RESOURCES = "polyglot.engine.userResourceCache";
  private static final String ATTACHING = "polyglotimpl.AttachLibraryFailureAction";

  private ScriptingProperties() {}

  /**
   * Sets what nobody has set.
   *
   * @param work a folder that is ours to write to; null if there is none
   */
  static void set(@Nullable Path work) {
    // Another web application may have loaded the same native library: we can do without it.
    System.setProperty(
        ATTACHING, Objects.requireNonNullElse(System.getProperty(ATTACHING), "ignore"));
    // What another web application has set may have gone with that.
    String resources = System.getProperty(RESOURCES);
    Path parent = resources == null ? null : Path.of(resources).getParent();
    if (work != null && (parent == null || !Files.isDirectory(parent))) {
      System.setProperty(RESOURCES, work.resolve("polyglot").toString());
    }
  }
}
