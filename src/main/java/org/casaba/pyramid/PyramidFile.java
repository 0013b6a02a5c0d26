package org.casaba.pyramid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A TIFF or BigTIFF file that is being written: first the tiles, as they come, then the
 * directories. Little-endian. Not thread-safe.
 */
final class PyramidFile {
  private static final long LONGEST_CLASSIC = 0xFFFF_FFFFL;

  private final FileChannel channel;
  private final boolean big;
  private long end;

  /** Where the position of the next directory is to be put. */
  private long link;

  /**
   * Writes the header.
   *
   * @param channel of an empty file; not closed
   * @param big whether to write BigTIFF, which may be longer than 4 GB
   */
  PyramidFile(FileChannel channel, boolean big) throws IOException {
    this.channel = channel;
    this.big = big;
    byte[] bytes = new byte[big ? 16 : 8];
    ByteBuffer header = buffer(bytes).putShort((short) 0x4949);
    if (big) {
      header.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(0);
    } else {
      header.putShort((short) 42).putInt(0);
    }
    this.link = big ? 8 : 4;
    append(bytes);
  }

  boolean big() {
    return big;
  }

  /** Bytes written so far. */
  long length() {
    return end;
  }

  /**
   * Adds bytes at the end.
   *
   * @return where they are
   */
  long append(byte[] bytes) throws IOException {
    if ((end & 1) == 1) {
      write(end, ByteBuffer.allocate(1));
      end++;
    }
    long at = end;
    if (!big && at + bytes.length > LONGEST_CLASSIC) {
      throw new IOException("the file has become longer than 4 GB");
    }
    write(at, ByteBuffer.wrap(bytes));
    end += bytes.length;
    return at;
  }

  private void write(long position, ByteBuffer bytes) throws UnwritableException {
    long at = position;
    try {
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }

  /**
   * Adds a directory that others point to.
   *
   * @return where it is
   */
  long appendDirectory(List<Entry> entries) throws IOException {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingInt(Entry::tag));
    int inline = big ? 8 : 4;
    byte[] bytes = new byte[big ? 16 + 20 * sorted.size() : 6 + 12 * sorted.size()];
    ByteBuffer directory = buffer(bytes);
    if (big) {
      directory.putLong(sorted.size());
    } else {
      directory.putShort((short) sorted.size());
    }
    for (Entry entry : sorted) {
      directory.putShort((short) entry.tag()).putShort((short) entry.type());
      put(directory, entry.count());
      if (entry.values().length > inline) {
        put(directory, append(entry.values()));
      } else {
        directory.put(entry.values());
        directory.position(directory.position() + inline - entry.values().length);
      }
    }
    put(directory, 0);
    return append(bytes);
  }

  /** Adds a directory to the chain that the header begins. */
  void chain(List<Entry> entries) throws IOException {
    long at = appendDirectory(entries);
    ByteBuffer position = buffer(new byte[big ? 8 : 4]);
    put(position, at);
    write(link, position.flip());
    link = end - (big ? 8 : 4);
  }

  private void put(ByteBuffer target, long number) {
    if (big) {
      target.putLong(number);
    } else {
      target.putInt((int) number);
    }
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
