package org.casaba.codec.turbojpeg;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.casaba.codec.jpeg.JpegLibrary;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.JpegBytes.PositionedReads;
import org.casaba.jpeg.Sampling;

/**
 * The TurboJPEG library of the host. Once closed it answers nothing any more. Each call makes a
 * handle of its own, which takes a third of a microsecond, and frees all memory that it has taken.
 */
public final class TurboJpeg implements JpegLibrary, Closeable {
  /** What it is called by Linux, macOS and Windows; by name where the system looks for it. */
  public static final List<String> USUAL_NAMES =
      List.of(
          "libturbojpeg.so.0",
          "libturbojpeg.so",
          "/opt/libjpeg-turbo/lib64/libturbojpeg.so.0",
          "libturbojpeg.dylib",
          "/opt/homebrew/lib/libturbojpeg.dylib",
          "/usr/local/lib/libturbojpeg.dylib",
          "turbojpeg.dll",
          "libturbojpeg.dll");

  private final String name;
  private final int version;
  private final Arena arena;
  private final Functions functions;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean closed;

  private TurboJpeg(String name, int version, Arena arena, Functions functions) {
    this.name = name;
    this.version = version;
    this.arena = arena;
    this.functions = functions;
  }

  /**
   * Loads the first of these libraries that there is.
   *
   * @param names of files, or paths
   */
  public static Optional<TurboJpeg> find(List<String> names) {
    return names.stream().map(TurboJpeg::load).flatMap(Optional::stream).findFirst();
  }

  @SuppressWarnings("restricted")
  private static Optional<TurboJpeg> load(String name) {
    Arena arena = Arena.ofShared();
    try {
      SymbolLookup library = SymbolLookup.libraryLookup(name, arena);
      Functions functions = new Functions(library);
      int version = library.find("tj3Init").isPresent() ? 3 : 2;
      return Optional.of(new TurboJpeg(name, version, arena, functions));
    } catch (IllegalArgumentException
        | NoSuchElementException
        | IllegalCallerException
        | UnsupportedOperationException e) {
      arena.close();
      return Optional.empty();
    }
  }

  /** The library's name, and the major version of its interface. */
  @Override
  public String toString() {
    return "TurboJPEG " + version + " (" + name + ")";
  }

  @Override
  public boolean isThere() {
    return !closed;
  }

  @Override
  public Optional<byte[]> decode(byte[] stream, Decoding as) {
    lock.readLock().lock();
    try {
      return closed ? Optional.empty() : new Decompression(functions, as).of(stream);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public Optional<byte[]> decode(PositionedReads stream, int length, Decoding as)
      throws IOException {
    lock.readLock().lock();
    try {
      return closed ? Optional.empty() : new Decompression(functions, as).of(stream, length);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public Optional<byte[]> encode(byte[] pixels, Dimensions size, Sampling sampling, int quality) {
    lock.readLock().lock();
    try {
      return closed
          ? Optional.empty()
          : new Compression(functions, sampling, quality).of(pixels, size);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Unloads the library after the calls that are going on. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        arena.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
