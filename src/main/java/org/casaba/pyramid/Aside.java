package org.casaba.pyramid;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that is written under a hidden name beside its place, and takes its name when it is
 * complete. It is locked as long as somebody writes it: by that one tells it from what a killed
 * process has left. May be closed by another thread than the one that writes.
 */
final class Aside implements Closeable {
  private static final String ENDING = ".casaba-part";

  private final Path hidden;
  private final FileChannel channel;
  private boolean done;

  private Aside(Path hidden, FileChannel channel) {
    this.hidden = hidden;
    this.channel = channel;
  }

  /**
   * Makes an empty file beside {@code target}, and removes what others have left there.
   *
   * @throws FileAlreadyExistsException if another process of the same number, on another machine or
   *     in another container, is at it
   * @throws UnwritableException if that is not possible
   */
  static Aside of(Path target) throws FileAlreadyExistsException, UnwritableException {
    try {
      return begun(target);
    } catch (FileAlreadyExistsException e) {
      if (e.getFile().endsWith(ENDING)) {
        throw e;
      }
      throw new UnwritableException(e);
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }

  private static Aside begun(Path target) throws IOException {
    Path folder = folder(target);
    Files.createDirectories(folder);
    removeLeftovers(folder);
    Path hidden =
        folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ENDING);
    FileChannel channel =
        FileChannel.open(
            hidden,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      channel.lock();
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(hidden);
      throw e;
    }
    return new Aside(hidden, channel);
  }

  private static Path folder(Path target) {
    return Objects.requireNonNull(target.toAbsolutePath().getParent());
  }

  /** Removes what killed processes have left in a folder. */
  static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + ENDING)) {
      for (Path each : left) {
        if (isLeftover(each)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  private static boolean isLeftover(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  FileChannel channel() {
    return channel;
  }

  /** Gives the file its name, once it is safely on the disk; one of that name is replaced. */
  synchronized void complete(Path target) throws UnwritableException {
    try {
      channel.force(true);
      Files.move(
          hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
    done = true;
    sync(folder(target));
  }

  /** Makes the new name last; not every system can. */
  private static void sync(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      return;
    }
  }

  /** Removes the file unless it is complete. */
  @Override
  public synchronized void close() throws IOException {
    if (!done) {
      Files.deleteIfExists(hidden);
    }
    channel.close();
  }
}
