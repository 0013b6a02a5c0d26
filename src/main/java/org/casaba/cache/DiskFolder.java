package org.casaba.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that kept pictures lie in, and nothing else. */
record DiskFolder(Path path) {
  /** What Ehcache puts there; it deletes everything in its folder when it finds it in disorder. */
  private static final Set<String> OWN = Set.of("file", ".lock", ".clean");

  /** When there are no more bytes free, the disk is full. */
  private static final long RESERVE = 32 << 20;

  /** Bytes of the disk that are left to others from the beginning. */
  private static final long LEFT = 2 * RESERVE;

  /** What part of the room that there is pictures may take. */
  private static final int SHARE = 2;

  /**
   * Makes the folder, which nobody else may look into, unless it is there.
   *
   * @return why it cannot be used, in words that follow its name; empty if it can
   */
  Optional<String> prepare() {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(
              path,
              EnumSet.of(
                  PosixFilePermission.OWNER_READ,
                  PosixFilePermission.OWNER_WRITE,
                  PosixFilePermission.OWNER_EXECUTE));
        }
      }
      if (!strangers().isEmpty()) {
        return Optional.of("holds other files, such as " + strangers().getFirst());
      }
      return Files.isWritable(path) ? Optional.empty() : Optional.of("cannot be written to");
    } catch (FileAlreadyExistsException e) {
      return Optional.of("is no folder");
    } catch (IOException e) {
      return Optional.of(
          Files.exists(path) && !Files.isDirectory(path) ? "is no folder" : "cannot be made");
    }
  }

  private List<String> strangers() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> !OWN.contains(name))
          .toList();
    }
  }

  /** How many bytes pictures may take: those that they take now, and a share of what is free. */
  long room(long wanted) throws IOException {
    long free = Math.max(0, Files.getFileStore(path).getUsableSpace() - LEFT);
    return Math.min(wanted, (free + taken()) / SHARE);
  }

  /** How many bytes have to be free, or taken by pictures, for so many to be pictures'. */
  static long wanted(long pictures) {
    return pictures * SHARE + LEFT;
  }

  /** Bytes that are free, in words. */
  String free() {
    try {
      return (Files.getFileStore(path).getUsableSpace() >> 20) + " MB";
    } catch (IOException e) {
      return "nobody knows how many bytes";
    }
  }

  /** Whether a server has used it that did not end in order, or has not ended. */
  boolean isInDisorder() {
    return Files.exists(path.resolve("file")) && !Files.exists(path.resolve(".clean"));
  }

  /** Whether there is still room on the disk. */
  boolean hasRoom() {
    try {
      return Files.getFileStore(path).getUsableSpace() > RESERVE;
    } catch (IOException e) {
      return false;
    }
  }

  /** Files may have holes: how much the disk gives for them is known to be no more than this. */
  private long taken() throws IOException {
    long taken = 0;
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        taken += Files.size(file);
      }
    }
    return taken;
  }
}
