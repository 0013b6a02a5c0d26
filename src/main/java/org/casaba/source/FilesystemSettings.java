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
    if (!suffixes.stream().allMatch(FilesystemSettings::isSuffix)) {
      throw new IllegalArgumentException("no file's name ends so");
    }
  }

  /** Whether a file's name that is served can end so: not empty, no slash, no control … */
  public static boolean isSuffix(String text) {
    return !text.isEmpty() && !text.contains("/") && RelativeName.of("a" + text).isPresent();
  }

  /**
   * The path of that name, written in UTF-8 whatever the process's locale.
   *
   * @throws InvalidPathException if no file can have that name
   */
  public static Path path(String name) {
    return Utf8Path.of(name);
  }
}
