package org.casaba.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder of images.
 *
 * @param root {@code source.filesystem.root}
 * @param suffixes {@code source.filesystem.suffix}: what may be added to an identifier to find its
 *     file, tried in order after the identifier itself
 * @param followLinks {@code source.filesystem.follow_links}: whether a symbolic link may lead out
 *     of the root
 */
public record FilesystemSettings(Path root, List<String> suffixes, boolean followLinks) {
  public FilesystemSettings {
    suffixes = List.copyOf(suffixes);
  }
}
