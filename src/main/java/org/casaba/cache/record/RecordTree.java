package org.casaba.cache.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.casaba.plan.DerivativeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tree of pictures: {@code ab/cd/28 digits/32 digits}, the digits of the image's digest, then of
 * the picture's. Pictures are written in the folder {@code aside} and renamed. Several servers may
 * use it at once: what another one removes meanwhile is not there. Touches nothing that is not
 * named so, and follows no symbolic link in it. Thread-safe.
 */
final class RecordTree {
  private static final Logger LOG = LoggerFactory.getLogger(RecordTree.class);
  private static final int ATTEMPTS = 3;

  /** What disks give files their room in. */
  private static final long BLOCK = 4096;

  private final OwnTree own;
  private final Path root;

  RecordTree(Path root) {
    this.root = root;
    own = new OwnTree(root);
  }

  Path root() {
    return root;
  }

  /**
   * A picture's file.
   *
   * @param bytes that it takes on the disk
   * @param made when it was made: its time of last change
   * @param used when it was last used, to a minute or so: its time of last access, which is set
   *     where the file system does not do so by itself
   */
  record Entry(Path file, long bytes, FileTime made, FileTime used) {
    static Entry of(Path file, BasicFileAttributes attributes) {
      return new Entry(
          file,
          onDisk(attributes.size()),
          attributes.lastModifiedTime(),
          attributes.lastAccessTime());
    }

    boolean isFrom(long after) {
      return made.toMillis() >= after;
    }

    private Path folder() {
      return Objects.requireNonNull(file.getParent());
    }
  }

  static long onDisk(long length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** Whether there is a tree here that Casaba has made. */
  boolean isOurs() {
    return own.isOurs();
  }

  /** Whether it is still there, as far as can be seen. */
  boolean isThere() {
    return own.isThere();
  }

  /** Makes the tree unless it is there, and removes what killed servers have left unfinished. */
  void prepare() throws IOException {
    own.prepare();
  }

  /** A picture's file; links are not there. */
  Optional<Entry> entry(DerivativeKey key) throws IOException {
    Path folder = folder(key.image());
    try {
      Optional<Entry> entry = entry(folder.resolve(key.digest()));
      return own.leadsTo(folder) ? entry : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Where a picture's file lies tells which one it is: the folder is its image's. */
  private static String name(Path file) {
    return file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
  }

  /** Reads a picture; removes a file if it is damaged. */
  static Optional<byte[]> read(Entry entry) throws IOException {
    try {
      Optional<byte[]> picture = PictureFile.read(entry.file(), name(entry.file()));
      if (picture.isEmpty()) {
        Files.deleteIfExists(entry.file());
      }
      return picture;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Optional<Entry> entry(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isRegularFile() ? Optional.of(Entry.of(file, attributes)) : Optional.empty();
  }

  /**
   * Writes a picture, unless it is there.
   *
   * @return how many bytes of the disk it takes now that were free before
   */
  long write(DerivativeKey key, byte[] picture) throws IOException {
    Path folder = folder(key.image());
    Path file = folder.resolve(key.digest());
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    Path part = own.aside().resolve(UUID.randomUUID() + OwnTree.PART);
    try {
      PictureFile.write(part, name(file), picture);
      move(part, folder, file);
    } finally {
      Files.deleteIfExists(part);
    }
    return onDisk(PictureFile.HEAD + (long) picture.length);
  }

  /** Another server may remove the folder, being empty, before the file is in it. */
  private void move(Path part, Path folder, Path file) throws IOException {
    for (int attempt = 1; ; attempt++) {
      own.make(folder);
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      } catch (FileAlreadyExistsException e) {
        return;
      }
    }
  }

  /** Tells that a picture is used; nothing depends on it. */
  void touch(Entry entry, FileTime now) throws IOException {
    if (own.leadsTo(entry.folder())) {
      Files.getFileAttributeView(
              entry.file(), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(null, now, null);
    }
  }

  /** Removes a picture, unless it has been used since that entry was made; whether it is gone. */
  boolean removeUnused(Entry entry) throws IOException {
    try {
      return entry(entry.file()).equals(Optional.of(entry)) && remove(entry);
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  /** Removes a picture; whether it is gone. */
  boolean remove(Entry entry) throws IOException {
    Path folder = entry.folder();
    if (!own.leadsTo(folder)) {
      return false;
    }
    Files.deleteIfExists(entry.file());
    removeIfEmpty(folder);
    return true;
  }

  /** Shows all pictures of an image; how many things could not be read. */
  long list(String image, Consumer<Entry> visitor) throws IOException {
    Path folder = folder(image);
    return own.leadsTo(folder) ? TreeWalk.of(root, visitor).from(folder) : 0;
  }

  /** Shows all pictures; how many things could not be read. */
  long list(Consumer<Entry> visitor) throws IOException {
    return TreeWalk.of(root, visitor).from(root);
  }

  /** Bytes of the disk that the server could write. */
  long free() throws IOException {
    return Files.getFileStore(root).getUsableSpace();
  }

  /** Unless somebody else does, or may not. */
  static void removeIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.trace("{} stays", folder, e);
    }
  }

  private Path folder(String image) {
    List<String> names = List.of(image.substring(0, 2), image.substring(2, 4), image.substring(4));
    return root.resolve(names.get(0)).resolve(names.get(1)).resolve(names.get(2));
  }
}
