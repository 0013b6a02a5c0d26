package org.casaba.codec.tiff;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.TestedLibrary;

/** The files beside the tests: how each was made stands in {@code make.sh} there. */
final class TiffFixture {
  private TiffFixture() {}

  static byte[] file(String name) throws IOException {
    try (InputStream in = TiffFixture.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  static DecodedImage open(String name) throws IOException {
    return new TiffDecoder(TestedLibrary.ALL).open(new BytesContent(file(name)));
  }

  /** A PNG picture, by the JDK's reader, each sample brought to 8 bits by rounding. */
  static Picture png(String name) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file(name)));
    Raster raster = image.getRaster();
    int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    int[] samples = raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      bytes[i] = (byte) Math.round(samples[i] * 255.0 / most);
    }
    PixelLayout layout = PixelLayout.values()[raster.getNumBands() - 1];
    return new Picture(image.getWidth(), image.getHeight(), layout, bytes);
  }
}
