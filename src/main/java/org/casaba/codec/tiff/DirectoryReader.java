package org.casaba.codec.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/**
 * Reads a file's header and directories, each place once and not too many: chains may run in
 * circles, and documents have thousands of pages.
 */
final class DirectoryReader {
  private static final int MOST_DIRECTORIES = 2048;

  private final TiffBytes bytes;
  private final boolean big;
  private final Set<Long> seen = new HashSet<>();

  private DirectoryReader(TiffBytes bytes, boolean big) {
    this.bytes = bytes;
    this.big = big;
  }

  /** Reads the header of a classic TIFF or BigTIFF file. */
  static DirectoryReader of(Content content) throws IOException {
    TiffBytes bytes = new TiffBytes(content, ByteOrder.BIG_ENDIAN);
    int mark = bytes.u16(0);
    if (mark != 0x4949 && mark != 0x4D4D) {
      throw new DamagedImageException("The TIFF file has no TIFF header");
    }
    if (mark == 0x4949) {
      bytes = new TiffBytes(content, ByteOrder.LITTLE_ENDIAN);
    }
    int version = bytes.u16(2);
    if (version != 42 && (version != 43 || bytes.u16(4) != 8)) {
      throw new DamagedImageException("The TIFF file has no TIFF header");
    }
    return new DirectoryReader(bytes, version == 43);
  }

  /** The main directories. A chain that is broken behind the first one ends there. */
  List<Directory> main() throws IOException {
    long first = big ? bytes.u64(8) : bytes.u32(4);
    if (first == 0) {
      throw new DamagedImageException("The TIFF file has no directory");
    }
    seen.add(first);
    Directory directory = Directory.read(bytes, first, big);
    List<Directory> chain = new ArrayList<>(List.of(directory));
    follow(directory.next(), chain);
    return chain;
  }

  /** The directories that a directory's SubIFDs lead to, as far as they can be read. */
  List<Directory> below(Directory parent) throws IOException {
    List<Directory> found = new ArrayList<>();
    var field = parent.find(Tag.SUB_IFDS);
    if (field.isEmpty()) {
      return found;
    }
    try {
      for (long i = 0; i < field.get().count() && seen.size() < MOST_DIRECTORIES; i++) {
        follow(field.get().number(bytes, i), found);
      }
    } catch (DamagedImageException e) {
      return found;
    }
    return found;
  }

  private void follow(long from, List<Directory> chain) throws IOException {
    long position = from;
    try {
      while (position != 0 && seen.size() < MOST_DIRECTORIES && seen.add(position)) {
        Directory directory = Directory.read(bytes, position, big);
        chain.add(directory);
        position = directory.next();
      }
    } catch (DamagedImageException e) {
      // The picture itself may be sound; what hangs behind the break is not needed to show it.
      return;
    }
  }
}
