package org.casaba.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a regular file looks like from outside. As long as a file is open, nothing that takes its
 * name, and nothing that is done to it, leaves its name with an equal state; except that file
 * systems count time in steps, of milliseconds mostly, of up to two seconds on some.
 *
 * @param identity what tells it from other files that are there; null where the system has no such
 *     thing
 * @param changed when its bytes, permissions or owner last changed, which nobody can set; null
 *     where the system does not say
 */
public record FileState(
    ContentVersion version, @Nullable Object identity, @Nullable FileTime changed) {

  private static final String UNIX = "unix";
  private static final String ATTRIBUTES =
      UNIX + ":isRegularFile,size,lastModifiedTime,fileKey,ctime";

  /**
   * Looks at a file, by one call of the system.
   *
   * @param links {@link LinkOption#NOFOLLOW_LINKS} to look at a link itself
   * @return empty if what has that name is no regular file
   * @throws NoSuchFileException if nothing has
   */
  public static Optional<FileState> of(Path file, LinkOption... links) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains(UNIX)
        ? ofUnix(Files.readAttributes(file, ATTRIBUTES, links))
        : ofOthers(Files.readAttributes(file, BasicFileAttributes.class, links));
  }

  private static Optional<FileState> ofUnix(Map<String, Object> read) {
    return read.get("isRegularFile") instanceof Boolean regular
            && regular
            && read.get("size") instanceof Long size
            && read.get("lastModifiedTime") instanceof FileTime modified
            && read.get("ctime") instanceof FileTime changed
        ? Optional.of(new FileState(version(size, modified), read.get("fileKey"), changed))
        : Optional.empty();
  }

  private static Optional<FileState> ofOthers(BasicFileAttributes read) {
    return read.isRegularFile()
        ? Optional.of(
            new FileState(version(read.size(), read.lastModifiedTime()), read.fileKey(), null))
        : Optional.empty();
  }

  private static ContentVersion version(long size, FileTime modified) {
    return new ContentVersion(size, modified.toInstant(), "");
  }
}
