package org.casaba.codec.turbojpeg;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.casaba.codec.foreign.HostLibrary;
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

  private final HostLibrary library;
  private final int version;
  private final Functions functions;

  /**
   * Finds the functions.
   *
   * @throws NoSuchElementException if one is missing
   */
  private TurboJpeg(HostLibrary library) {
    this.library = library;
    version = library.has("tj3Init") ? 3 : 2;
    functions = new Functions(library);
  }

  /**
   * Loads the first of these libraries that there is.
   *
   * @param names of files, or paths
   */
  public static Optional<TurboJpeg> find(List<String> names) {
    return HostLibrary.find(names, TurboJpeg::new);
  }

  /** The library's name, and the major version of its interface. */
  @Override
  public String toString() {
    return "TurboJPEG " + version + " (" + library.name() + ")";
  }

  @Override
  public boolean isThere() {
    return library.isOpen();
  }

  @Override
  public Optional<byte[]> decode(byte[] stream, Decoding as) {
    return library.during(() -> new Decompression(functions, as).of(stream));
  }

  @Override
  public Optional<byte[]> decode(PositionedReads stream, int length, Decoding as)
      throws IOException {
    return library.during(() -> new Decompression(functions, as).of(stream, length));
  }

  @Override
  public Optional<byte[]> encode(byte[] pixels, Dimensions size, Sampling sampling, int quality) {
    return library.during(() -> new Compression(functions, sampling, quality).of(pixels, size));
  }

  /** Unloads the library after the calls that are going on. */
  @Override
  public void close() {
    library.close();
  }
}
