package org.casaba.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;
import org.casaba.content.FileContent;
import org.casaba.content.FileState;

/**
 * A regular file.
 *
 * @param followLinks whether the last element of its path may be a link
 */
record FoundFile(Path place, FileState state, boolean followLinks) implements Found {
  private static final LinkOption[] NONE = {};
  private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

  static LinkOption[] links(boolean follow) {
    return follow ? NONE : NO_FOLLOW;
  }

  @Override
  public ContentVersion version() {
    return state.version();
  }

  @Override
  public Content open() throws SourceException {
    try {
      // It was no link when it was found: one that turns up now has just been put there.
      return FileContent.open(place, state, links(followLinks));
    } catch (NoSuchFileException e) {
      throw new SourceException.Missing(FilesystemSource.MISSING);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Why a file that is there is not to be had. */
  static SourceException failure(IOException e) {
    return e instanceof AccessDeniedException
        ? new SourceException.Forbidden("the server is not allowed to read this image", e)
        : new SourceException.Unavailable("this image cannot be read now", e);
  }
}
