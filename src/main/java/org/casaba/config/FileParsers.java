package org.casaba.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.casaba.source.FilesystemSettings;

/** Values that name files. */
final class FileParsers {
  private FileParsers() {}

  /**
   * A folder, by its path, which may be relative; it need not exist now: a mount may be late. Empty
   * text: none.
   */
  static Optional<Path> folder(String text) throws IllegalValueException {
    return path(text, "a folder's path, or empty");
  }

  /**
   * A file of rules, by its path, which may be relative, and need not be there now. Empty text:
   * none.
   */
  static Optional<Path> script(String text) throws IllegalValueException {
    String allowed = "the path of a file whose name ends in .js or .py, or empty";
    Optional<Path> path = path(text, allowed);
    if (path.isPresent() && !text.endsWith(".js") && !text.endsWith(".py")) {
      throw new IllegalValueException("ends neither in .js nor in .py", allowed);
    }
    return path;
  }

  /** A path, which may be relative, and need not lead anywhere now. Empty text: none. */
  static Optional<Path> path(String text) throws IllegalValueException {
    return path(text, "a path, or empty");
  }

  private static Optional<Path> path(String text, String allowed) throws IllegalValueException {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(FilesystemSettings.path(text));
    } catch (InvalidPathException e) {
      throw new IllegalValueException("is not a path", allowed);
    }
  }

  static String suffix(String text) throws IllegalValueException {
    if (!FilesystemSettings.isSuffix(text)) {
      throw new IllegalValueException(
          "no file's name ends in", "the ends of files' names, such as .tif, between commas");
    }
    return text;
  }
}
