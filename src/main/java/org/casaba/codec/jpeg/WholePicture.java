package org.casaba.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.BaselineEncoder;
import org.casaba.jpeg.FileHead;
import org.casaba.jpeg.Sampling;

/** A picture that is encoded whole. */
final class WholePicture {
  /** Most pixels that are collected: tiles, thumbnails and what fills a screen. */
  static final int MOST_PIXELS = 4_000_000;

  private final byte[] pixels;
  private final Dimensions size;
  private final Sampling sampling;
  private final int quality;

  private WholePicture(byte[] pixels, Dimensions size, Sampling sampling, int quality) {
    this.pixels = pixels;
    this.size = size;
    this.sampling = sampling;
    this.quality = quality;
  }

  /** Pulls all rows. */
  static WholePicture of(PixelRows rows, Sampling sampling, int quality) throws IOException {
    Dimensions size = new Dimensions(rows.width(), rows.height());
    int stride = size.width() * rows.layout().bands();
    byte[] pixels = new byte[stride * size.height()];
    byte[] row = new byte[stride];
    for (int y = 0; y < size.height(); y++) {
      rows.next(row);
      System.arraycopy(row, 0, pixels, y * stride, stride);
    }
    return new WholePicture(pixels, size, sampling, quality);
  }

  /**
   * Writes everything that follows the header that the encoder has written: by the library, if what
   * it makes stands behind the same header.
   */
  void write(JpegLibrary library, BaselineEncoder encoder, OutputStream out) throws IOException {
    Optional<byte[]> file = library.encode(pixels, size, sampling, quality);
    byte[] header = plainHeader();
    if (file.isPresent() && Arrays.mismatch(header, file.get()) == header.length) {
      encoder.flush();
      out.write(file.get(), header.length, file.get().length - header.length);
      return;
    }
    int stride = pixels.length / size.height();
    for (int start = 0; start < pixels.length; start += stride) {
      encoder.row(Arrays.copyOfRange(pixels, start, start + stride));
    }
    encoder.end();
  }

  private byte[] plainHeader() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    BaselineEncoder encoder = new BaselineEncoder(header, size, sampling, quality);
    encoder.header(new FileHead(false, List.of(), null));
    encoder.flush();
    return header.toByteArray();
  }
}
