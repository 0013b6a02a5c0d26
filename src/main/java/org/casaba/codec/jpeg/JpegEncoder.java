package org.casaba.codec.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StripFile;
import org.casaba.codec.Strips;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.Format;
import org.casaba.jpeg.BaselineEncoder;
import org.casaba.jpeg.Sampling;

/** Writes baseline JFIF files from gray and RGB rows. Stateless and thread-safe. */
public final class JpegEncoder implements Encoder {
  private final JpegLibrary library;

  public JpegEncoder() {
    this(JpegLibrary.NONE);
  }

  /**
   * An encoder that is helped.
   *
   * @param library asked to encode pictures that are not too large
   */
  public JpegEncoder(JpegLibrary library) {
    this.library = library;
  }

  @Override
  public Format format() {
    return Format.JPG;
  }

  @Override
  public void encode(PixelRows rows, EncodeOptions options, OutputStream out) throws IOException {
    PixelLayout layout = rows.layout();
    Sampling sampling = sampling(layout, options);
    Dimensions size = new Dimensions(rows.width(), rows.height());
    BaselineEncoder encoder = new BaselineEncoder(out, size, sampling, options.jpegQuality());
    encoder.header(FileHeads.jfif(options, layout));
    if (library.isThere() && size.area() <= WholePicture.MOST_PIXELS) {
      WholePicture.of(rows, sampling, options.jpegQuality()).write(library, encoder, out);
      return;
    }
    byte[] row = new byte[size.width() * layout.bands()];
    for (int y = 0; y < size.height(); y++) {
      rows.next(row);
      encoder.row(row);
    }
    encoder.end();
  }

  @Override
  public Optional<StripFile> inStrips(Strips strips, PixelLayout layout, EncodeOptions options) {
    return Optional.of(new JpegStrips(strips, sampling(layout, options), layout, options));
  }

  private static Sampling sampling(PixelLayout layout, EncodeOptions options) {
    return switch (layout) {
      case GRAY -> Sampling.GRAY;
      case RGB -> Sampling.ofRgb(options.jpegQuality());
      case GRAY_ALPHA, RGBA ->
          throw new IllegalArgumentException("a JPEG has no transparent pixels");
    };
  }
}
