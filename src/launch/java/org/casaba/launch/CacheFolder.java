package org.casaba.launch;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where unpacked archives are kept: {@code casaba} in the user's cache folder or, if there is none
 * that can be written to, a folder of the user's own in the temporary folder. Each directory in it
 * has a lock file beside it that every process using it holds; what nobody holds any more is
 * removed by the next start of another archive.
 */
final class CacheFolder {
  private static final String LOCK = ".lock";

  /** Its lock is held while directories are reserved and removed. */
  private static final String GATE = "gate";

  private CacheFolder() {}

  /** A directory that nobody removes before it is closed. */
  static final class Reserved implements Closeable {
    private final Path directory;
    private final FileChannel lock;

    private Reserved(Path directory, FileChannel lock) {
      this.directory = directory;
      this.lock = lock;
    }

    Path directory() {
      return directory;
    }

    @Override
    public void close() throws IOException {
      lock.close();
    }
  }

  /** Makes the directory of that name and holds it. One process at a time comes through here. */
  static Reserved reserve(String name) throws IOException {
    Path folder = usableFolder();
    try (FileChannel gate = open(folder.resolve(GATE))) {
      gate.lock();
      FileChannel lock = hold(folder.resolve(name + LOCK));
      try {
        removeUnused(folder, name);
        return new Reserved(Files.createDirectories(folder.resolve(name)), lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    }
  }

  private static Path usableFolder() throws IOException {
    for (Path candidate : candidates()) {
      if (isOwn(candidate)) {
        return candidate;
      }
    }
    throw new IOException("no folder to unpack to; tried " + candidates());
  }

  private static List<Path> candidates() {
    Map<String, String> environment = System.getenv();
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
    List<Path> candidates = new ArrayList<>();
    for (String variable : new String[] {"XDG_CACHE_HOME", "LOCALAPPDATA"}) {
      String value = environment.get(variable);
      if (value != null && new File(value).isAbsolute()) {
        candidates.add(Paths.get(value, "casaba"));
      }
    }
    candidates.add(Paths.get(System.getProperty("user.home", ""), ".cache", "casaba"));
    candidates.add(Paths.get(System.getProperty("java.io.tmpdir", ""), "casaba-" + user));
    return candidates;
  }

  /**
   * Whether the folder can be written to and nobody else can have put anything into it: classes are
   * loaded from there.
   */
  private static boolean isOwn(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "probe", null);
      try {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(folder).equals(Files.getOwner(probe))
            && !othersMayWrite(folder);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean othersMayWrite(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    return Files.getPosixFilePermissions(folder).stream()
        .map(Enum::name)
        .anyMatch(permission -> permission.equals("OTHERS_WRITE"));
  }

  /**
   * Shared with other processes. The channel is to be kept: when it is collected as garbage, the
   * lock is gone.
   */
  private static FileChannel hold(Path file) throws IOException {
    FileChannel channel = open(file);
    try {
      channel.lock(0, Long.MAX_VALUE, true);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  private static void removeUnused(Path folder, String used) throws IOException {
    List<Path> others = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + LOCK)) {
      for (Path entry : entries) {
        if (!entry.endsWith(used + LOCK)) {
          others.add(entry);
        }
      }
    }
    for (Path lockFile : others) {
      try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          String name = lockFile.toFile().getName();
          removeTree(folder.resolve(name.substring(0, name.length() - LOCK.length())));
          Files.deleteIfExists(lockFile);
        }
      }
    }
  }

  private static void removeTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(tree)) {
      inside = walk.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
    for (Path path : inside) {
      Files.deleteIfExists(path);
    }
  }
}
