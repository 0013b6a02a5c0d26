package org.casaba.launch;

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

  private CacheFolder() {}

  /** Makes the directory of that name and holds it until the process ends. */
  static Path reserve(String name) throws IOException {
    Path folder = usableFolder();
    hold(folder.resolve(name + LOCK));
    removeUnused(folder, name);
    return Files.createDirectories(folder.resolve(name));
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

  /** Shared with other processes; let go by the end of this one. */
  @SuppressWarnings("resource")
  private static void hold(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    channel.lock(0, Long.MAX_VALUE, true);
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
