package org.casaba.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** What encoders write, as the JDK and its plug-ins read it, which know nothing of this project. */
public final class ReadBack {

  private ReadBack() {}

  public static byte[] encode(Encoder encoder, Picture picture, EncodeOptions options)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.encode(picture.rows(), options, out);
    return out.toByteArray();
  }

  /** The samples as they are stored, times {@code scale}. */
  public static Picture samples(byte[] file, PixelLayout layout, int scale) throws IOException {
    Raster raster = ImageIO.read(new ByteArrayInputStream(file)).getRaster();
    int[] samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (samples[i] * scale);
    }
    return new Picture(raster.getWidth(), raster.getHeight(), layout, bytes);
  }

  /** Black and white at random. */
  public static Picture bitonal(int width, int height) {
    Picture picture = Picture.noise(width, height, PixelLayout.GRAY, 4);
    for (int i = 0; i < picture.bytes().length; i++) {
      picture.bytes()[i] = (byte) (picture.bytes()[i] >> 7);
    }
    return picture;
  }

  /** The header of a profile, with nothing in it. */
  public static byte[] profile(String colorSpace) {
    ByteBuffer profile = ByteBuffer.allocate(400).putInt(0, 400);
    profile.put(16, colorSpace.getBytes(StandardCharsets.US_ASCII));
    return profile.put(36, "acsp".getBytes(StandardCharsets.US_ASCII)).array();
  }
}
