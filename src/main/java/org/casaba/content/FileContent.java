package org.casaba.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The bytes of a regular file; its version is its size and modification time. Stays with the file
 * that was opened when another one takes its name. Interrupting a thread that reads closes it for
 * all.
 */
public final class FileContent implements Content {

  /**
   * The JDK copies through a direct buffer as large as the read, and keeps one for each thread:
   * reads are cut at this many bytes so that these stay small.
   */
  private static final int LONGEST_READ = 1 << 20;

  private static final int ATTEMPTS = 3;

  private final FileChannel channel;
  private final ContentVersion version;

  private FileContent(FileChannel channel, ContentVersion version) {
    this.channel = channel;
    this.version = version;
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
    List<OpenOption> options = new ArrayList<>(List.of(links));
    options.add(StandardOpenOption.READ);
    for (int i = 0; i < ATTEMPTS; i++) {
      BasicFileAttributes before = regular(file, links);
      FileChannel channel = FileChannel.open(file, options.toArray(OpenOption[]::new));
      try {
        // Bytes and version must be of one and the same file, even if the name changes hands now.
        if (Objects.equals(before.fileKey(), regular(file, links).fileKey())) {
          return new FileContent(
              channel,
              new ContentVersion(channel.size(), before.lastModifiedTime().toInstant(), ""));
        }
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      channel.close();
    }
    throw new IOException(file + " keeps being replaced");
  }

  private static BasicFileAttributes regular(Path file, LinkOption... links) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, links);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString(), null, "not a regular file");
    }
    return attributes;
  }

  @Override
  public ContentVersion version() {
    return version;
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
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

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
