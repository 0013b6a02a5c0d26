package org.casaba.codec.turbojpeg;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.casaba.codec.foreign.HostLibrary;
import org.casaba.codec.jpeg.JpegLibrary.Decoding;
import org.casaba.codec.turbojpeg.Functions.Raster;
import org.casaba.jpeg.JpegBytes.PositionedReads;

/** One picture that is decoded. Any error and any warning of the library leaves it undecoded. */
record Decompression(Functions functions, Decoding as) {
  Optional<byte[]> of(byte[] stream) {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment source = MemorySegment.ofArray(stream);
      boolean lent =
          stream.length <= HostLibrary.LARGEST_LENT && as.bytes() <= HostLibrary.LARGEST_LENT;
      return pixels(lent ? source : memory.allocate(stream.length).copyFrom(source), memory);
    }
  }

  Optional<byte[]> of(PositionedReads stream, int length) throws IOException {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment source = memory.allocate(length);
      ByteBuffer target = source.asByteBuffer();
      while (target.hasRemaining()) {
        if (stream.read(target.position(), target) < 0) {
          return Optional.empty();
        }
      }
      return pixels(source, memory);
    }
  }

  private Optional<byte[]> pixels(MemorySegment source, Arena memory) {
    MemorySegment handle = functions.initDecompress();
    if (handle.equals(MemorySegment.NULL)) {
      return Optional.empty();
    }
    try {
      return isAsExpected(handle, source, memory)
          ? decompressed(handle, source, memory)
          : Optional.empty();
    } finally {
      functions.destroy(handle);
    }
  }

  private boolean isAsExpected(MemorySegment handle, MemorySegment source, Arena memory) {
    MemorySegment facts = memory.allocate(JAVA_INT, 4);
    int colors =
        switch (as.model()) {
          case GRAY -> Functions.COLORS_GRAY;
          case YCC -> Functions.COLORS_YCC;
          case RGB -> Functions.COLORS_RGB;
          case CMYK, YCCK, UNKNOWN -> throw new AssertionError(as);
        };
    return functions.decompressHeader(handle, source, facts)
        && facts.getAtIndex(JAVA_INT, 0) == as.size().width()
        && facts.getAtIndex(JAVA_INT, 1) == as.size().height()
        && facts.getAtIndex(JAVA_INT, 3) == colors;
  }

  private Optional<byte[]> decompressed(MemorySegment handle, MemorySegment source, Arena memory) {
    Raster raster = new Raster(as.scaled(), as.bands());
    byte[] pixels = new byte[Math.toIntExact(as.bytes())];
    if (!source.isNative()) {
      boolean done = functions.decompress(handle, source, MemorySegment.ofArray(pixels), raster);
      return done ? Optional.of(pixels) : Optional.empty();
    }
    MemorySegment target = memory.allocate(as.bytes());
    if (!functions.decompress(handle, source, target, raster)) {
      return Optional.empty();
    }
    MemorySegment.copy(target, JAVA_BYTE, 0, pixels, 0, pixels.length);
    return Optional.of(pixels);
  }
}
