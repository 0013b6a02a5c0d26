package org.casaba.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.casaba.iiif.Format;

/** Writes one image format, row by row as the picture is pulled. Stateless and thread-safe. */
public interface Encoder {

  Format format();

  /**
   * Pulls all rows and writes a complete file. Neither closes {@code rows} nor {@code out}.
   *
   * @param rows of a size within {@link Format#maxDimension}; with a layout the format can hold
   *     (JPEG: no alpha)
   */
  void encode(PixelRows rows, EncodeOptions options, OutputStream out) throws IOException;

  /**
   * How the same file is made strip by strip, with the same pixels when it is decoded; empty if the
   * format cannot be written so.
   */
  default Optional<StripFile> inStrips(Strips strips, PixelLayout layout, EncodeOptions options) {
    return Optional.empty();
  }
}
