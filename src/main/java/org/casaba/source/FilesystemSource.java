package org.casaba.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.casaba.content.Content;
import org.casaba.content.FileContent;
import org.casaba.iiif.Identifier;

/**
 * Regular files below a folder. An identifier is the file's path from there, with or without one of
 * the configured suffixes. Whatever else it leads to counts as missing: folders, pipes and devices,
 * hidden names, names that do not lead straight down, and, unless the settings allow it, files that
 * symbolic links bring in from elsewhere. The folder is looked at anew each time, so that it may
 * come and go.
 */
public final class FilesystemSource implements Source {
  private static final String MISSING = "there is no image of this name";

  private final FilesystemSettings settings;

  public FilesystemSource(FilesystemSettings settings) {
    this.settings = settings;
  }

  @Override
  public Content open(Identifier identifier) throws SourceException {
    RelativeName name =
        RelativeName.of(identifier.value()).orElseThrow(() -> new SourceException.Missing(MISSING));
    Path root = realRoot();
    for (String spelling : name.spellings(settings.suffixes())) {
      Optional<Path> file = RelativeName.below(root, spelling);
      Optional<Content> content = file.isPresent() ? open(root, file.get()) : Optional.empty();
      if (content.isPresent()) {
        return content.get();
      }
    }
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

  private Optional<Content> open(Path root, Path file) throws SourceException {
    try {
      Optional<Path> real = resolve(root, file);
      return real.isPresent() ? Optional.of(open(real.get())) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw new SourceException.Forbidden("the server is not allowed to read this image", e);
    } catch (IOException e) {
      throw new SourceException.Unavailable("this image cannot be read now", e);
    }
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

  private Content open(Path real) throws IOException {
    // A real path has no links: one that turns up when it is opened has just been put there.
    return settings.followLinks()
        ? FileContent.open(real)
        : FileContent.open(real, LinkOption.NOFOLLOW_LINKS);
  }
}
