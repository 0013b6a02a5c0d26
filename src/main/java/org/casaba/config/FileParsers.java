package org.casaba.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.casaba.source.FilesystemSettings;

/** Values that name files. */
final class FileParsers {
  private FileParsers() {}

  /** A folder, which need not exist now: a mount may be late. Empty text: none. */
  static Optional<Path> folder(String text) throws IllegalValueException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FilesystemSettings.path(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      throw new IllegalValueException("is not a path", "a folder's path, or empty");
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
