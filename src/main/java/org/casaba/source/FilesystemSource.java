package org.casaba.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.casaba.content.FileState;
import org.casaba.iiif.Identifier;

/**
 * Regular files below a folder. An identifier is the file's path from there, with or without one of
 * the configured suffixes. Whatever else it leads to counts as missing: folders, pipes and devices,
 * hidden names, names that do not lead straight down, and, unless the settings allow it, files that
 * symbolic links bring in from elsewhere. The folder is looked at anew each time, so that it may
 * come and go.
 */
public final class FilesystemSource implements Source {
  static final String MISSING = "there is no image of this name";

  private final FilesystemSettings settings;

  public FilesystemSource(FilesystemSettings settings) {
    this.settings = settings;
  }

  @Override
  public Found find(Identifier identifier) throws SourceException {
    RelativeName name =
        RelativeName.of(identifier.value()).orElseThrow(() -> new SourceException.Missing(MISSING));
    for (String spelling : name.spellings(settings.suffixes())) {
      Optional<Found> found = find(spelling);
      if (found.isPresent()) {
        return found.get();
      }
    }
    realRoot();
    throw new SourceException.Missing(MISSING);
  }

  /** Whether the folder is there and may be entered. */
  public boolean isThere() {
    try {
      realRoot();
      return true;
    } catch (SourceException e) {
      return false;
    }
  }

  private Path realRoot() throws SourceException {
    try {
      Path root = settings.root().toRealPath();
      if (!Files.isDirectory(root)) {
        throw new NotDirectoryException(root.toString());
      }
      if (!Files.isExecutable(root)) {
        throw new AccessDeniedException(root.toString());
      }
      return root;
    } catch (IOException e) {
      throw new SourceException.Unavailable("the folder of images cannot be read", e);
    }
  }

  /**
   * Looks at the file of that spelling. Mostly no link is on the way to it, and a look at each step
   * tells so; only otherwise it has to be found out where the links lead.
   */
  private Optional<Found> find(String spelling) throws SourceException {
    Optional<Path> file = RelativeName.below(settings.root(), spelling);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<FileState> state = FileState.of(file.get(), links());
      if (state.isPresent() && (settings.followLinks() || isStraight(file.get(), spelling))) {
        return Optional.of(new FoundFile(file.get(), state.get(), settings.followLinks()));
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // The long way tells what this means.
      return findThroughLinks(spelling);
    }
    return findThroughLinks(spelling);
  }

  /** Whether all that a path passes below the root are folders, and not links to folders. */
  private boolean isStraight(Path file, String spelling) throws IOException {
    long folders = spelling.chars().filter(c -> c == '/').count();
    Path folder = file;
    for (long i = 0; i < folders; i++) {
      folder = Objects.requireNonNull(folder.getParent());
      BasicFileAttributes read =
          Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!read.isDirectory() || read.isOther()) {
        return false;
      }
    }
    return true;
  }

  private Optional<Found> findThroughLinks(String spelling) throws SourceException {
    Path root = realRoot();
    Optional<Path> file = RelativeName.below(root, spelling);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Path> real = resolve(root, file.get());
      Optional<FileState> state =
          real.isPresent() ? FileState.of(real.get(), links()) : Optional.empty();
      return state.map(seen -> new FoundFile(real.get(), seen, settings.followLinks()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FoundFile.failure(e);
    }
  }

  private LinkOption[] links() {
    return FoundFile.links(settings.followLinks());
  }

  /** The path without links and detours; empty if it leads nowhere or where it may not. */
  private Optional<Path> resolve(Path root, Path file) throws IOException {
    try {
      Path real = file.toRealPath();
      return settings.followLinks() || real.startsWith(root) ? Optional.of(real) : Optional.empty();
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (passesThroughNoFolder(root, file)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Whether a path passes through a file, or a link that ends in itself. The JDK has no exceptions
   * for these, as it has for a missing file.
   */
  private static boolean passesThroughNoFolder(Path root, Path file) {
    for (Path part = file; part != null && !part.equals(root); part = part.getParent()) {
      if (Files.isSymbolicLink(part) || (!part.equals(file) && Files.isRegularFile(part))) {
        return true;
      }
    }
    return false;
  }
}
