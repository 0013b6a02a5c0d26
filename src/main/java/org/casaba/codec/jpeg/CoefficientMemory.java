package org.casaba.codec.jpeg;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Zeroed memory outside the heap: in main memory if it is little, else in a temporary file that
 * goes when this is closed.
 */
final class CoefficientMemory implements Closeable {
  private static final int PIECE = 1 << 20;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment segment;

  /**
   * Takes memory.
   *
   * @param length bytes
   * @param mainMemory most bytes to take of main memory
   */
  CoefficientMemory(long length, long mainMemory) throws IOException {
    boolean taken = false;
    try {
      segment = length <= mainMemory ? inMainMemory(length) : inFile(length);
      taken = true;
    } finally {
      if (!taken) {
        arena.close();
      }
    }
  }

  private MemorySegment inMainMemory(long length) throws IOException {
    try {
      return arena.allocate(length, Long.BYTES);
    } catch (OutOfMemoryError e) {
      // the virtual machine's bound on memory outside the heap, which others use too
      return inFile(length);
    }
  }

  private MemorySegment inFile(long length) throws IOException {
    Path file = Files.createTempFile("casaba-jpeg-", ".coefficients");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // Written in full, so that a full disk shows here and not as a fault in mapped memory.
      ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(PIECE, length));
      for (long written = 0; written < length; ) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), length - written));
        written += channel.write(zeros);
      }
      return channel.map(MapMode.READ_WRITE, 0, length, arena);
    } finally {
      Files.delete(file);
    }
  }

  MemorySegment segment() {
    return segment;
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
