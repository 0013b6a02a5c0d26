package org.casaba.codec.png;

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

/**
 * Writes PNG, 8 bits a sample, or 1 bit for bitonal gray, with the profile if it fits the pixels.
 */
public final class PngEncoder implements Encoder {

  @Override
  public Format format() {
    return Format.PNG;
  }

  @Override
  public void encode(PixelRows rows, EncodeOptions options, OutputStream out) throws IOException {
    Strips one = Strips.one(new Dimensions(rows.width(), rows.height()));
    StripFile file = new PngStrips(one, rows.layout(), options);
    file.head(out);
    file.strip(0, rows, out);
    file.tail(out);
  }

  @Override
  public Optional<StripFile> inStrips(Strips strips, PixelLayout layout, EncodeOptions options) {
    return Optional.of(new PngStrips(strips, layout, options));
  }
}
