package org.casaba.codec.gif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written is read back by the JDK, which knows nothing of this package, and by ourselves.
 */
final class GifEncoderTest {

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "13,7", "301,211"})
  void grayIsExact(int width, int height) throws IOException {
    Picture picture = Picture.noise(width, height, PixelLayout.GRAY, 1);
    assertEquals(picture, asGray(encode(picture, false)));
    assertEquals(picture, Picture.of(new GifDecoder(), encode(picture, false)));
  }

  @Test
  void longRunsAndManyStringsAreWrittenRight() throws IOException {
    Random random = new Random(5);
    byte[] bytes = new byte[900 * 700];
    for (int i = 0; i < bytes.length; ) {
      int run = Math.min(1 + (int) Math.pow(random.nextDouble() * 8, 4), bytes.length - i);
      Arrays.fill(bytes, i, i + run, (byte) random.nextInt(5));
      i += run;
    }
    Picture picture = new Picture(900, 700, PixelLayout.GRAY, bytes);
    assertEquals(picture, asGray(encode(picture, false)));
    assertEquals(picture, Picture.of(new GifDecoder(), encode(picture, false)));
  }

  @Test
  void bitonalHasTwoColors() throws IOException {
    byte[] bytes = new byte[37 * 23];
    Random random = new Random(2);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextBoolean() ? 255 : 0);
    }
    Picture picture = new Picture(37, 23, PixelLayout.GRAY, bytes);
    byte[] file = encode(picture, true);
    assertEquals(picture, asGray(file));
    assertEquals(1, 1 + (file[10] & 7), "bits of an index");
  }

  @Test
  void grayWithOpacityIsNearlyExact() throws IOException {
    Picture picture = Picture.noise(61, 53, PixelLayout.GRAY_ALPHA, 3);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(encode(picture, false)));
    for (int y = 0; y < 53; y++) {
      for (int x = 0; x < 61; x++) {
        int argb = image.getRGB(x, y);
        boolean opaque = picture.sample(x, y, 1) >= 128;
        assertEquals(opaque ? 255 : 0, argb >>> 24);
        assertTrue(!opaque || Math.abs((argb & 0xFF) - picture.sample(x, y, 0)) <= 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 17, 255, 256})
  void fewColorsAreExact(int count) throws IOException {
    Picture picture = ofSoManyColors(count, PixelLayout.RGB);
    assertEquals(picture, Picture.of(new GifDecoder(), encode(picture, false)));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(encode(picture, false)));
    for (int i = 0; i < picture.width(); i++) {
      int rgb = image.getRGB(i, 1) & 0xFFFFFF;
      assertEquals(picture.sample(i, 1, 0), rgb >> 16);
      assertEquals(picture.sample(i, 1, 1), rgb >> 8 & 0xFF);
      assertEquals(picture.sample(i, 1, 2), rgb & 0xFF);
    }
  }

  @Test
  void fewColorsWithTransparencyAreExact() throws IOException {
    Picture picture = ofSoManyColors(255, PixelLayout.RGBA);
    assertEquals(picture, Picture.of(new GifDecoder(), encode(picture, false)));
  }

  @Test
  void manyColorsComeNear() throws IOException {
    Picture picture = Picture.waves(301, 199, PixelLayout.RGB);
    Picture read = Picture.of(new GifDecoder(), encode(picture, false));
    double difference = picture.meanDifference(read);
    assertTrue(difference < 5, "mean difference " + difference);
  }

  @Test
  void meanColorsOfAreasAreKept() throws IOException {
    Picture picture = Picture.noise(301, 199, PixelLayout.RGB, 9);
    Picture read = Picture.of(new GifDecoder(), encode(picture, false));
    for (int band = 0; band < 3; band++) {
      long sum = 0;
      for (int i = band; i < picture.bytes().length; i += 3) {
        sum += (picture.bytes()[i] & 0xFF) - (read.bytes()[i] & 0xFF);
      }
      double bias = 3.0 * sum / picture.bytes().length;
      assertTrue(Math.abs(bias) < 1, "bias " + bias);
    }
  }

  @Test
  void manyColorsKeepTheirTransparency() throws IOException {
    Picture picture = Picture.waves(101, 99, PixelLayout.RGBA);
    Picture read = Picture.of(new GifDecoder(), encode(picture, false));
    assertEquals(PixelLayout.RGBA, read.layout());
    for (int i = 0; i < picture.bytes().length; i += 4) {
      assertEquals(picture.bytes()[i + 3], read.bytes()[i + 3]);
    }
  }

  private static Picture ofSoManyColors(int count, PixelLayout layout) {
    Random random = new Random(count);
    int[] colors = random.ints(count, 0, 1 << 24).toArray();
    int bands = layout.bands();
    byte[] bytes = new byte[300 * 5 * bands];
    for (int i = 0; i < bytes.length / bands; i++) {
      int color = colors[i % count];
      bytes[i * bands] = (byte) (color >> 16);
      bytes[i * bands + 1] = (byte) (color >> 8);
      bytes[i * bands + 2] = (byte) color;
      if (layout.alpha()) {
        boolean opaque = i % 7 != 3;
        bytes[i * bands + 3] = (byte) (opaque ? 255 : 0);
        if (!opaque) {
          Arrays.fill(bytes, i * bands, i * bands + 3, (byte) 0);
        }
      }
    }
    return new Picture(300, 5, layout, bytes);
  }

  private static byte[] encode(Picture picture, boolean bitonal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new GifEncoder().encode(picture.rows(), new EncodeOptions(80, bitonal, null, null), out);
    return out.toByteArray();
  }

  /** Decoded by the JDK; red stands for gray. */
  private static Picture asGray(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    byte[] bytes = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < bytes.length; i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      assertEquals(rgb >> 16 & 0xFF, rgb & 0xFF);
      bytes[i] = (byte) rgb;
    }
    return new Picture(image.getWidth(), image.getHeight(), PixelLayout.GRAY, bytes);
  }
}
