package org.casaba.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The bytes of a regular file; its version is its size and modification time. Stays with the file
 * that was opened when another one takes its name.
 *
 * <p>The JDK closes a channel when a thread that reads from it is interrupted, which is that
 * thread's own matter: for others the file is opened anew, if it still is what it was.
 */
public final class FileContent implements Content {

  /**
   * The JDK copies through a direct buffer as large as the read, and keeps one for each thread:
   * reads are cut at this many bytes so that these stay small.
   */
  private static final int LONGEST_READ = 1 << 20;

  private static final int ATTEMPTS = 3;

  private final Path file;
  private final LinkOption[] links;
  private final FileState state;
  private volatile FileChannel channel;

  /** Guarded by this. */
  private boolean closed;

  private FileContent(Path file, LinkOption[] links, FileState state, FileChannel channel) {
    this.file = file;
    this.links = links;
    this.state = state;
    this.channel = channel;
  }

  /**
   * Opens a file.
   *
   * @param links {@link LinkOption#NOFOLLOW_LINKS} to fail if the last element is a symbolic link
   * @throws NoSuchFileException if there is no regular file of that name; folders, pipes and
   *     devices are none, and are not opened
   * @throws IOException if it cannot be read, or others take its name faster than it can be opened
   */
  public static FileContent open(Path file, LinkOption... links) throws IOException {
    return open(file, regular(file, links), links);
  }

  /**
   * Opens a file that somebody has just looked at.
   *
   * @param seen what it looked like; the content's state is a later one if that has changed
   */
  public static FileContent open(Path file, FileState seen, LinkOption... links)
      throws IOException {
    FileState before = seen;
    for (int i = 0; i < ATTEMPTS; i++) {
      FileChannel channel = channel(file, links);
      try {
        // Bytes and version must be of one and the same file, even if the name changes hands now.
        FileState after = regular(file, links);
        if (Objects.equals(before.identity(), after.identity())) {
          return new FileContent(file, links.clone(), before, channel);
        }
        before = after;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      channel.close();
    }
    throw new IOException(file + " keeps being replaced");
  }

  private static FileChannel channel(Path file, LinkOption... links) throws IOException {
    Set<OpenOption> options = new HashSet<>(List.of(links));
    options.add(StandardOpenOption.READ);
    return FileChannel.open(file, options);
  }

  private static FileState regular(Path file, LinkOption... links) throws IOException {
    return FileState.of(file, links)
        .orElseThrow(() -> new NoSuchFileException(file.toString(), null, "not a regular file"));
  }

  @Override
  public ContentVersion version() {
    return state.version();
  }

  @Override
  public Object state() {
    return state;
  }

  @Override
  public Optional<Path> file() {
    try {
      Optional<FileState> now = FileState.of(file, links);
      return now.filter(state::equals).map(_ -> file.toAbsolutePath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    while (true) {
      try {
        return read(channel, position, target);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (ClosedChannelException e) {
        reopen(e);
      }
    }
  }

  private static int read(FileChannel channel, long position, ByteBuffer target)
      throws IOException {
    if (target.isDirect() || target.remaining() <= LONGEST_READ) {
      return channel.read(target, position);
    }
    int end = target.limit();
    try {
      return channel.read(target.limit(target.position() + LONGEST_READ), position);
    } finally {
      target.limit(end);
    }
  }

  private synchronized void reopen(ClosedChannelException why) throws IOException {
    if (closed) {
      throw why;
    }
    if (!channel.isOpen()) {
      FileChannel next = channel(file, links);
      if (!regular(file, links).equals(state)) {
        next.close();
        throw new IOException(file + " has changed since it was opened");
      }
      channel = next;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    channel.close();
  }
}
