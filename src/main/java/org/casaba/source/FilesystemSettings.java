package org.casaba.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A folder of images.
 *
 * @param root {@code source.filesystem.root}
 * @param suffixes {@code source.filesystem.suffix}: what may be added to an identifier to find its
 *     file, tried in order after the identifier itself; without slashes, not empty
 * @param followLinks {@code source.filesystem.follow_links}: whether a symbolic link may lead out
 *     of the root
 * @param checkInterval {@code source.check_interval}: how long what has been found is taken as it
 *     was then; zero to look at every request
 */
public record FilesystemSettings(
    Path root, List<String> suffixes, boolean followLinks, Duration checkInterval) {
  public FilesystemSettings {
    if (checkInterval.isNegative()) {
      throw new IllegalArgumentException("a negative time");
    }
    suffixes = List.copyOf(suffixes);
    if (!suffixes.stream().allMatch(FilesystemSettings::isSuffix)) {
      throw new IllegalArgumentException("no file's name ends so");
    }
  }

  /** A folder that is looked at at every request. */
  public FilesystemSettings(Path root, List<String> suffixes, boolean followLinks) {
    this(root, suffixes, followLinks, Duration.ZERO);
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
