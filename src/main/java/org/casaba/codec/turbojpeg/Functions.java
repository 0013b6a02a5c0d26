package org.casaba.codec.turbojpeg;

import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.NoSuchElementException;
import org.casaba.codec.foreign.HostLibrary;
import org.casaba.geometry.Dimensions;

/**
 * The functions of turbojpeg.h that are called, as versions 2 and 3 of the library have them. Sizes
 * are {@code unsigned long} there and {@code long} here.
 */
final class Functions {
  static final int PIXELS_RGB = 0;
  static final int PIXELS_GRAY = 6;
  static final int COLORS_RGB = 0;
  static final int COLORS_YCC = 1;
  static final int COLORS_GRAY = 2;
  static final int SAMPLING_444 = 0;
  static final int SAMPLING_420 = 2;
  static final int SAMPLING_GRAY = 3;

  /** TJFLAG_ACCURATEDCT and TJFLAG_STOPONWARNING; upsampling is smooth unless asked otherwise. */
  private static final int DECODING_FLAGS = 4096 | 8192;

  /** TJFLAG_ACCURATEDCT and TJFLAG_NOREALLOC. */
  private static final int ENCODING_FLAGS = 4096 | 1024;

  private static final Class<?> P = MemorySegment.class;

  private final MethodHandle initDecompress;
  private final MethodHandle decompressHeader;
  private final MethodHandle decompress;
  private final MethodHandle decompressInHeap;
  private final MethodHandle initCompress;
  private final MethodHandle bufferSize;
  private final MethodHandle compress;
  private final MethodHandle compressInHeap;
  private final MethodHandle alloc;
  private final MethodHandle free;
  private final MethodHandle destroy;

  /**
   * Finds the functions.
   *
   * @throws NoSuchElementException if one is missing
   */
  Functions(HostLibrary library) {
    // handle, stream, its size, pixels, width, pitch, height, format, flags
    MethodType decoding =
        methodType(int.class, P, P, long.class, P, int.class, int.class)
            .appendParameterTypes(int.class, int.class, int.class);
    // handle, pixels, width, pitch, height, format, stream, its size, sampling, quality, flags
    MethodType encoding =
        methodType(int.class, P, P, int.class, int.class, int.class, int.class, P, P)
            .appendParameterTypes(int.class, int.class, int.class);
    MethodType header = methodType(int.class, P, P, long.class, P, P, P, P);
    initDecompress = library.function("tjInitDecompress", methodType(P));
    decompressHeader = library.function("tjDecompressHeader3", header, HostLibrary.LENT);
    decompress = library.function("tjDecompress2", decoding);
    decompressInHeap = library.function("tjDecompress2", decoding, HostLibrary.LENT);
    initCompress = library.function("tjInitCompress", methodType(P));
    bufferSize =
        library.function("tjBufSize", methodType(long.class, int.class, int.class, int.class));
    compress = library.function("tjCompress2", encoding);
    compressInHeap = library.function("tjCompress2", encoding, HostLibrary.LENT);
    alloc = library.function("tjAlloc", methodType(P, int.class));
    free = library.function("tjFree", methodType(void.class, P));
    destroy = library.function("tjDestroy", methodType(int.class, P));
  }

  MemorySegment initDecompress() {
    try {
      return (MemorySegment) initDecompress.invokeExact();
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  /** Where a picture to decompress is, and how it begins. */
  boolean decompressHeader(MemorySegment handle, MemorySegment stream, MemorySegment facts) {
    try {
      return 0
          == (int)
              decompressHeader.invokeExact(
                  handle,
                  stream,
                  stream.byteSize(),
                  facts,
                  facts.asSlice(4),
                  facts.asSlice(8),
                  facts.asSlice(12));
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  /**
   * Decodes all of a stream.
   *
   * @return whether there was neither an error nor a warning
   */
  boolean decompress(MemorySegment handle, MemorySegment stream, MemorySegment target, Raster as) {
    try {
      MethodHandle way = target.isNative() ? decompress : decompressInHeap;
      return 0
          == (int)
              way.invokeExact(
                  handle,
                  stream,
                  stream.byteSize(),
                  target,
                  as.width(),
                  as.pitch(),
                  as.height(),
                  as.format(),
                  DECODING_FLAGS);
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  MemorySegment initCompress() {
    try {
      return (MemorySegment) initCompress.invokeExact();
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  /** Most bytes that a picture takes, -1 if it is too large. */
  long bufferSize(Raster picture, int sampling) {
    try {
      return (long) bufferSize.invokeExact(picture.width(), picture.height(), sampling);
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  /**
   * Encodes a picture.
   *
   * @param stream holds the address of a buffer of {@link #bufferSize}, and behind that room for
   *     the size of what is written there
   */
  boolean compress(
      MemorySegment handle, MemorySegment pixels, Raster picture, MemorySegment stream, Press as) {
    try {
      MethodHandle way = pixels.isNative() ? compress : compressInHeap;
      return 0
          == (int)
              way.invokeExact(
                  handle,
                  pixels,
                  picture.width(),
                  picture.pitch(),
                  picture.height(),
                  picture.format(),
                  stream,
                  stream.asSlice(8),
                  as.sampling(),
                  as.quality(),
                  ENCODING_FLAGS);
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  /** Memory that is not cleared; null's address if there is none. */
  MemorySegment alloc(int bytes) {
    try {
      return (MemorySegment) alloc.invokeExact(bytes);
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  void free(MemorySegment memory) {
    try {
      free.invokeExact(memory);
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  void destroy(MemorySegment handle) {
    try {
      int _ = (int) destroy.invokeExact(handle);
    } catch (Throwable e) {
      throw HostLibrary.unexpected(e);
    }
  }

  /** How pixels lie in memory, row after row. */
  record Raster(Dimensions size, int bands) {
    int width() {
      return size.width();
    }

    int height() {
      return size.height();
    }

    int pitch() {
      return width() * bands;
    }

    int format() {
      return bands == 1 ? PIXELS_GRAY : PIXELS_RGB;
    }
  }

  /** How to encode. */
  record Press(int sampling, int quality) {}
}
