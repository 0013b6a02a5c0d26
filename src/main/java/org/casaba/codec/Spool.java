package org.casaba.codec;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole picture outside the heap, for the few operations that need its rows in another order: up
 * to 32 MB in native memory, beyond that in a temporary file in {@code java.io.tmpdir} that is gone
 * when the spool is closed. Rows that have not been put are zero. Not thread-safe, but may be
 * closed by another thread than the one that made it.
 */
public final class Spool implements Closeable {
  private static final long MEMORY_LIMIT = 32L << 20;
  private static final int BLOCK_ROWS = 64;
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  private final int width;
  private final int height;
  private final PixelLayout layout;
  private final int stride;
  private final Arena arena = Arena.ofShared();
  private final @Nullable FileChannel file;
  private final MemorySegment pixels;
  private boolean closed;

  /**
   * @throws IOException if the temporary file cannot be made
   */
  public Spool(int width, int height, PixelLayout layout) throws IOException {
    this(width, height, layout, MEMORY_LIMIT);
  }

  Spool(int width, int height, PixelLayout layout, long memoryLimit) throws IOException {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE / layout.bands()) {
      throw new IllegalArgumentException("a spool of " + width + " x " + height + " pixels");
    }
    this.width = width;
    this.height = height;
    this.layout = layout;
    this.stride = width * layout.bands();
    long size = (long) stride * height;
    try {
      MemorySegment memory = size <= memoryLimit ? memory(size) : null;
      this.file = memory == null ? temporaryFile() : null;
      this.pixels = file == null ? Objects.requireNonNull(memory) : map(file, size);
    } catch (Throwable e) {
      arena.close();
      throw e;
    }
  }

  /** Bytes of main memory that a spool of so many bytes takes. */
  public static long mainMemory(long bytes) {
    // What is in a file is mapped, and the system takes that memory back when it is needed.
    return bytes <= MEMORY_LIMIT ? bytes : 1 << 20;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public PixelLayout layout() {
    return layout;
  }

  /** Bytes from one row to the next: {@code width * layout.bands()}. */
  public int stride() {
    return stride;
  }

  /**
   * Stores a row, again if it has been stored before.
   *
   * @param row the first {@link #stride} bytes count
   * @throws IOException if the disk is full
   */
  public void put(int y, byte[] row) throws IOException {
    long offset = offset(y);
    if (file == null) {
      MemorySegment.copy(row, 0, pixels, BYTE, offset, stride);
      return;
    }
    // Written to the file, not to the mapping: a full disk is an IOException here, a fault there.
    ByteBuffer bytes = ByteBuffer.wrap(row, 0, stride);
    long end = offset + stride;
    while (bytes.hasRemaining()) {
      file.write(bytes, end - bytes.remaining());
    }
  }

  /** Copies a row to the first {@link #stride} bytes of {@code target}. */
  public void row(int y, byte[] target) throws IOException {
    long offset = offset(y);
    if (file == null) {
      MemorySegment.copy(pixels, BYTE, offset, target, 0, stride);
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(target, 0, stride);
    long end = offset + stride;
    while (bytes.hasRemaining()) {
      if (file.read(bytes, end - bytes.remaining()) < 0) {
        throw new EOFException("the temporary file has been cut");
      }
    }
  }

  /** All rows from the top. Closing them does not close the spool. */
  public PixelRows rows() {
    return new SpoolRows(this);
  }

  /**
   * Copies columns to rows, for quarter turns: column {@code x + i}, from top to bottom, becomes
   * the {@code height() * layout().bands()} bytes of {@code target} that begin at {@code i} times
   * that many. The cost is mainly one memory page a row: ask for 32 columns or more at once.
   */
  public void columns(int x, int count, byte[] target) {
    Objects.checkFromIndexSize(x, count, width);
    int bands = layout.bands();
    Objects.checkFromIndexSize(0, Math.multiplyExact(count * bands, height), target.length);
    // Through a small block, so that each column is written in runs, not a pixel at a time.
    int part = count * bands;
    byte[] block = new byte[Math.min(BLOCK_ROWS, height) * part];
    for (int top = 0; top < height; top += BLOCK_ROWS) {
      int rows = Math.min(BLOCK_ROWS, height - top);
      for (int y = 0; y < rows; y++) {
        long offset = (long) (top + y) * stride + (long) x * bands;
        MemorySegment.copy(pixels, BYTE, offset, block, y * part, part);
      }
      for (int i = 0; i < count; i++) {
        column(block, i * bands, part, target, (i * height + top) * bands, rows * bands);
      }
    }
  }

  /**
   * Gathers {@code length} bytes of pixels that lie {@code step} bytes apart from {@code from} on.
   */
  private void column(byte[] block, int from, int step, byte[] target, int to, int length) {
    int bands = layout.bands();
    int end = to + length;
    if (bands == 3) {
      for (int i = from, t = to; t < end; i += step, t += 3) {
        target[t] = block[i];
        target[t + 1] = block[i + 1];
        target[t + 2] = block[i + 2];
      }
      return;
    }
    for (int i = from, t = to; t < end; i += step, t += bands) {
      for (int band = 0; band < bands; band++) {
        target[t + band] = block[i + band];
      }
    }
  }

  /**
   * Copies a few pixels of a row, from column {@code x} on, to the beginning of {@code target}; for
   * those who want a small part of many rows.
   */
  public void part(int x, int y, int count, byte[] target) {
    Objects.checkFromIndexSize(x, count, width);
    int bands = layout.bands();
    MemorySegment.copy(pixels, BYTE, offset(y) + (long) x * bands, target, 0, count * bands);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      arena.close();
      if (file != null) {
        file.close();
      }
    }
  }

  private long offset(int y) {
    return (long) Objects.checkIndex(y, height) * stride;
  }

  private @Nullable MemorySegment memory(long size) {
    try {
      return arena.allocate(size);
    } catch (OutOfMemoryError e) {
      return null; // the JVM's bound on native memory is reached; the disk is still there
    }
  }

  private static FileChannel temporaryFile() throws IOException {
    Path path = Files.createTempFile("casaba", ".spool");
    // On POSIX systems the JDK removes the name at once: not even a killed server leaves the file.
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private MemorySegment map(FileChannel channel, long size) throws IOException {
    try {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
  }
}
