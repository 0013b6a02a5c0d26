package org.casaba.codec.libdeflate;

import static java.lang.invoke.MethodType.methodType;

import java.io.Closeable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.casaba.codec.foreign.HostLibrary;
import org.casaba.codec.tiff.DeflateLibrary;

/**
 * The libdeflate library of the host, libdeflate.h of any version 1. Each call makes a decompressor
 * of its own and frees it.
 */
public final class Libdeflate implements DeflateLibrary, Closeable {
  /** What it is called by Linux, macOS and Windows; by name where the system looks for it. */
  public static final List<String> USUAL_NAMES =
      List.of(
          "libdeflate.so.0",
          "libdeflate.so",
          "libdeflate.0.dylib",
          "/opt/homebrew/lib/libdeflate.dylib",
          "/usr/local/lib/libdeflate.dylib",
          "libdeflate.dll");

  private static final Class<?> P = MemorySegment.class;
  private static final int SUCCESS = 0;

  private final HostLibrary library;
  private final MethodHandle alloc;
  private final MethodHandle decompress;
  private final MethodHandle free;

  /**
   * Finds the functions.
   *
   * @throws NoSuchElementException if one is missing
   */
  private Libdeflate(HostLibrary library) {
    this.library = library;
    // decompressor, stored, their count, target, its length, where to put the true length
    MethodType decompressing = methodType(int.class, P, P, long.class, P, long.class, P);
    alloc = library.function("libdeflate_alloc_decompressor", methodType(P));
    decompress = library.function("libdeflate_zlib_decompress", decompressing, HostLibrary.LENT);
    free = library.function("libdeflate_free_decompressor", methodType(void.class, P));
  }

  /**
   * Loads the first of these libraries that there is.
   *
   * @param names of files, or paths
   */
  public static Optional<Libdeflate> find(List<String> names) {
    return HostLibrary.find(names, Libdeflate::new);
  }

  /** The library's name. */
  @Override
  public String toString() {
    return "libdeflate (" + library.name() + ")";
  }

  @Override
  public boolean isThere() {
    return library.isOpen();
  }

  @Override
  public Optional<byte[]> inflate(byte[] stored, int length) {
    byte[] bytes = new byte[length];
    MemorySegment target = MemorySegment.ofArray(bytes);
    return library.during(() ->
        inflate(MemorySegment.ofArray(stored), target) ? Optional.of(bytes) : Optional.empty());
  }

  private boolean inflate(MemorySegment stored, MemorySegment target) {
    if (Math.max(stored.byteSize(), target.byteSize()) <= HostLibrary.LARGEST_LENT) {
      return call(stored, target);
    }
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment source = memory.allocate(stored.byteSize()).copyFrom(stored);
      MemorySegment inflated = memory.allocate(target.byteSize());
      boolean done = call(source, inflated);
      target.copyFrom(inflated);
      return done;
    }
  }

  private boolean call(MemorySegment stored, MemorySegment target) {
    try {
      MemorySegment decompressor = (MemorySegment) alloc.invokeExact();
      if (decompressor.equals(MemorySegment.NULL)) {
        return false;
      }
      try {
        int result =
            (int)
                decompress.invokeExact(
                    decompressor,
                    stored,
                    stored.byteSize(),
                    target,
                    target.byteSize(),
                    MemorySegment.NULL);
        return result == SUCCESS;
      } finally {
        free.invokeExact(decompressor);
      }
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  /** Unloads the library after the calls that are going on. */
  @Override
  public void close() {
    library.close();
  }
}
