package org.casaba.cache.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A picture in a file: eight bytes that say what it is, its length and its sum, four bytes each,
 * and then the picture. A file that a machine without power has left shorter, or full of zeros, is
 * known by that.
 */
final class PictureFile {
  /** Bytes before the picture. */
  static final int HEAD = 16;

  private static final long MAGIC = 0x43415341_42410131L;

  private PictureFile() {}

  /**
   * Writes a file that is not there yet.
   *
   * @param name of the picture, by which it will be read
   */
  static void write(Path file, String name, byte[] picture) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    head.putLong(MAGIC).putInt(picture.length).putInt(sum(name, picture)).flip();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer[] parts = {head, ByteBuffer.wrap(picture)};
      while (parts[1].hasRemaining()) {
        channel.write(parts);
      }
    }
  }

  /**
   * Reads a file, unless it is a link.
   *
   * @return nothing if it is damaged, or another picture's
   */
  static Optional<byte[]> read(Path file, String name) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      fill(channel, head);
      long length = channel.size() - HEAD;
      if (head.hasRemaining() || head.getLong(0) != MAGIC || head.getInt(8) != length) {
        return Optional.empty();
      }
      ByteBuffer picture = ByteBuffer.allocate((int) length);
      fill(channel, picture);
      return sum(name, picture.array()) == head.getInt(12)
          ? Optional.of(picture.array())
          : Optional.empty();
    }
  }

  private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer);
    }
  }

  private static int sum(String name, byte[] picture) {
    CRC32C sum = new CRC32C();
    sum.update(name.getBytes(StandardCharsets.US_ASCII));
    sum.update(picture);
    return (int) sum.getValue();
  }
}
