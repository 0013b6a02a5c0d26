package org.casaba.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of images.
 *
 * @param root {@code source.filesystem.root}
 * @param suffixes {@code source.filesystem.suffix}: what may be added to an identifier to find its
 *     file, tried in order after the identifier itself; without slashes, not empty
 * @param followLinks {@code source.filesystem.follow_links}: whether a symbolic link may lead out
 *     of the root
 */
public record FilesystemSettings(Path root, List<String> suffixes, boolean followLinks) {
  public FilesystemSettings {
    suffixes = List.copyOf(suffixes);
    for (String suffix : suffixes) {
      // After any letter, so that a suffix may begin with a dot.
      if (RelativeName.of("a" + suffix).isEmpty() || suffix.isEmpty() || suffix.contains("/")) {
        throw new IllegalArgumentException("a file's name cannot end in this suffix");
      }
    }
  }

  /**
   * The folder of that name, read as UTF-8 whatever the process's locale.
   *
   * @throws InvalidPathException if no folder can have that name
   */
  public static Path folder(String name) {
    return Utf8Path.of(name);
  }
}
