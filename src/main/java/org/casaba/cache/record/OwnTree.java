package org.casaba.cache.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.casaba.files.OwnFolder;

/**
 * A folder that a file in it marks as Casaba's. A folder that holds other things and no such file
 * is left alone. No locks are used: those of network shares cannot be relied on.
 */
final class OwnTree {
  /** How files end that are being written. */
  static final String PART = ".part";

  private static final String MARK = "casaba-record.txt";
  private static final String EXPLANATION =
      """
      Pictures that Casaba has made and can make again. This folder, or anything in it, may be
      deleted, also while servers run; nothing else should be put into it.
      """;
  private static final Pattern UNFINISHED =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\" + PART);

  /** Nobody writes one picture for so long. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path root;
  private final Path mark;
  private final Path aside;
  private volatile boolean ours;

  OwnTree(Path root) {
    this.root = root;
    mark = root.resolve(MARK);
    aside = root.resolve("aside");
  }

  boolean isOurs() {
    return ours;
  }

  boolean isThere() {
    return Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS);
  }

  /** Where files are written. */
  Path aside() throws IOException {
    if (!isFolder(aside)) {
      throw new NoSuchFileException(aside.toString());
    }
    return aside;
  }

  void prepare() throws IOException {
    try {
      makeOrFind();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void makeOrFind() throws IOException {
    if (!isThere()) {
      OwnFolder.make(root);
      begin();
    }
    ours = true;
    make(aside);
    removeAbandoned();
  }

  private void begin() throws IOException {
    if (holdsOtherThings() && !Files.exists(mark, LinkOption.NOFOLLOW_LINKS)) {
      ours = false;
      throw new FileSystemException(
          root.toString(), null, "the folder holds other things, and is left alone");
    }
    try {
      Files.writeString(mark, EXPLANATION, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      // Another server has just begun the same tree.
      return;
    }
  }

  /** Hidden files and lost+found are parts of some file systems. */
  private boolean holdsOtherThings() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
      for (Path each : all) {
        String name = each.getFileName().toString();
        if (!name.startsWith(".") && !name.equals("lost+found")) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The clocks of servers, and of the one that has the disk, need not agree: its own one counts.
   */
  private void removeAbandoned() throws IOException {
    Path now = aside.resolve(UUID.randomUUID() + PART);
    Files.createFile(now);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(aside, "*" + PART)) {
      FileTime abandoned =
          FileTime.from(Files.getLastModifiedTime(now).toInstant().minus(ABANDONED));
      for (Path each : parts) {
        if (UNFINISHED.matcher(each.getFileName().toString()).matches()
            && isOlder(each, abandoned)) {
          Files.deleteIfExists(each);
        }
      }
    } finally {
      Files.deleteIfExists(now);
    }
  }

  private static boolean isOlder(Path file, FileTime than) throws IOException {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(than) < 0;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Makes a folder in the tree, and those that lead to it. */
  void make(Path folder) throws IOException {
    if (folder.equals(root) || leadsTo(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent == null) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!parent.equals(root)) {
      make(parent);
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!isFolder(folder)) {
        throw e;
      }
    }
  }

  /** Whether there is such a folder in the tree, and no link leads there. */
  boolean leadsTo(Path folder) {
    for (Path each = folder; !each.equals(root); each = each.getParent()) {
      if (each.getParent() == null || !isFolder(each)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFolder(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
  }
}
