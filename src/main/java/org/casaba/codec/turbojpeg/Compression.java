package org.casaba.codec.turbojpeg;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.casaba.codec.foreign.HostLibrary;
import org.casaba.codec.turbojpeg.Functions.Press;
import org.casaba.codec.turbojpeg.Functions.Raster;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.Sampling;

/** One picture that is encoded. */
record Compression(Functions functions, Sampling sampling, int quality) {

  Optional<byte[]> of(byte[] pixels, Dimensions size) {
    Raster raster = new Raster(size, sampling == Sampling.GRAY ? 1 : 3);
    if (pixels.length != raster.pitch() * (long) size.height()) {
      throw new IllegalArgumentException(pixels.length + " bytes are no picture of " + size);
    }
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment source = MemorySegment.ofArray(pixels);
      return file(
          pixels.length <= HostLibrary.LARGEST_LENT
              ? source
              : memory.allocate(pixels.length).copyFrom(source),
          raster,
          memory);
    }
  }

  private Optional<byte[]> file(MemorySegment pixels, Raster raster, Arena memory) {
    MemorySegment handle = functions.initCompress();
    if (handle.equals(MemorySegment.NULL)) {
      return Optional.empty();
    }
    try {
      long most = functions.bufferSize(raster, press().sampling());
      if (most <= 0 || most > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      return file(handle, pixels, raster, memory.allocate(ADDRESS, 2), (int) most);
    } finally {
      functions.destroy(handle);
    }
  }

  /** The buffer is of the library's memory, which need not be cleared. */
  private Optional<byte[]> file(
      MemorySegment handle, MemorySegment pixels, Raster raster, MemorySegment written, int most) {
    MemorySegment buffer = functions.alloc(most);
    if (buffer.equals(MemorySegment.NULL)) {
      return Optional.empty();
    }
    try {
      written.set(ADDRESS, 0, buffer);
      written.set(JAVA_LONG, 8, most);
      if (!functions.compress(handle, pixels, raster, written, press())) {
        return Optional.empty();
      }
      byte[] file = new byte[Math.toIntExact(written.get(JAVA_LONG, 8))];
      MemorySegment.copy(sized(buffer, most), JAVA_BYTE, 0, file, 0, file.length);
      return Optional.of(file);
    } finally {
      functions.free(buffer);
    }
  }

  @SuppressWarnings("restricted")
  private static MemorySegment sized(MemorySegment buffer, long bytes) {
    return buffer.reinterpret(bytes);
  }

  private Press press() {
    return switch (sampling) {
      case GRAY -> new Press(Functions.SAMPLING_GRAY, quality);
      case YCC_444 -> new Press(Functions.SAMPLING_444, quality);
      case YCC_420 -> new Press(Functions.SAMPLING_420, quality);
    };
  }
}
