package org.casaba.pyramid.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casaba.files.OwnFolder;
import org.casaba.pyramid.PyramidBuilder;
import org.casaba.pyramid.UnwritableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of pyramids, which take a bounded number of bytes. Several servers may share it: what
 * one removes is missing for the others, who do without it. Thread-safe.
 */
final class PyramidStore {
  private static final Logger LOG = LoggerFactory.getLogger(PyramidStore.class);
  private static final String ENDING = ".pyramid.tif";

  /** What part of the room that there is on the disk pyramids may take. */
  private static final int SHARE = 10;

  private final Path folder;
  private final long most;

  /**
   * @param folder made when it is needed
   * @param most bytes that all take together
   */
  PyramidStore(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  private record Kept(Path file, long bytes, FileTime used) {}

  /** Where the pyramid of that name is, if there is one. */
  Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  Path folder() {
    return folder;
  }

  boolean isThere() {
    return Files.isDirectory(folder);
  }

  /** Bytes that all may take together as far as there is room on the disk. */
  long most() {
    return most;
  }

  /** What lies in the folder. */
  record Stock(int pyramids, long bytes) {}

  /** All pyramids that there are. */
  Stock stock() throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Stock(0, 0);
    }
    List<Kept> kept = list();
    return new Stock(kept.size(), taken(kept));
  }

  /**
   * Makes the folder, which nobody else may look into, and removes what killed processes left.
   *
   * @throws UnwritableException if that is not possible
   */
  void prepare() throws UnwritableException {
    try {
      OwnFolder.make(folder);
      PyramidBuilder.removeLeftovers(folder);
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }

  /** Tells that a pyramid has been used: others go before it when room is needed. */
  void touch(String name) {
    try {
      Files.setLastModifiedTime(file(name), FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} cannot be touched", file(name), e);
    }
  }

  /** Forgets a pyramid. */
  void remove(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      LOG.warn(
          "A pyramid that is of no use cannot be removed: {}",
          new UnwritableException(e).getMessage());
    }
  }

  /** Bytes that a pyramid may have: half of all, so that no picture pushes out all others. */
  long largest() throws UnwritableException {
    try {
      return bound(list()) / 2;
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }

  /** Removes what has been used the longest time ago, until there is room for that many bytes. */
  void makeRoom(long bytes) throws UnwritableException {
    try {
      removeOldest(bytes);
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }

  private void removeOldest(long bytes) throws IOException {
    List<Kept> kept = list();
    long bound = bound(kept) - bytes;
    long taken = taken(kept);
    kept.sort(Comparator.comparing(Kept::used));
    for (Kept each : kept) {
      if (taken > bound && Files.deleteIfExists(each.file())) {
        taken -= each.bytes();
        LOG.debug("{} makes room for others", each.file());
      }
    }
  }

  /** What pyramids take now may be theirs, and a share of what nobody has taken. */
  private long bound(List<Kept> kept) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    return Math.min(most, (free + taken(kept)) / SHARE);
  }

  private static long taken(List<Kept> kept) {
    return kept.stream().mapToLong(Kept::bytes).sum();
  }

  private List<Kept> list() throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        try {
          kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (NoSuchFileException e) {
          LOG.debug("{} has just been removed", file);
        }
      }
    }
    return kept;
  }
}
