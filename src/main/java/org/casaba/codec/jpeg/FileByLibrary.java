package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.jpeg.JpegLibrary.Decoding;
import org.casaba.content.Content;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.JpegHeader;

/** Decodes files whole by a library, if they are small enough for that. Thread-safe. */
record FileByLibrary(JpegLibrary library, Content content) {
  private static final long LARGEST_FILE = 64 << 20;
  private static final long LARGEST_PICTURE = 8 << 20;

  /** Bytes of memory that {@link #bands} take, if the library is to decode that part. */
  long memory(JpegHeader header, int scale, Rectangle region) {
    return decoding(header, scale, region).map(d -> content.size() + 2 * d.bytes()).orElse(0L);
  }

  /**
   * A part of a picture; empty if the built-in codec is to decode it.
   *
   * @param scale by which the picture is smaller: 1, 2, 4 or 8
   * @param region in pixels of the scaled picture, inside it
   */
  Optional<BandRows> bands(JpegHeader header, int scale, Rectangle region) throws IOException {
    Optional<Decoding> decoding = decoding(header, scale, region);
    if (decoding.isEmpty()) {
      return Optional.empty();
    }
    return library
        .decode(content::read, (int) content.size(), decoding.get())
        .map(pixels -> new DecodedRows(pixels, decoding.get(), region));
  }

  private Optional<Decoding> decoding(JpegHeader header, int scale, Rectangle region) {
    if (!library.isThere() || content.size() > LARGEST_FILE) {
      return Optional.empty();
    }
    return Decodings.of(header, scale, ColorTransform.FROM_MARKERS)
        .filter(d -> d.bytes() <= LARGEST_PICTURE)
        .filter(d -> Decodings.paysScaled(d, region));
  }
}
