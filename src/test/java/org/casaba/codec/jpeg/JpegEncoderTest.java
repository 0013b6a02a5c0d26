package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.TestedLibrary;
import org.casaba.iiif.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JpegEncoderTest {
  private static final JpegEncoder ENCODER = new JpegEncoder(TestedLibrary.JPEG);

  @Test
  void writesJpg() {
    assertEquals(Format.JPG, ENCODER.format());
  }

  /** The JDK's writer is libjpeg's, with full chroma at no quality. */
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "8, 8", "16, 16", "17, 9", "64, 48", "83, 61", "33, 130"})
  void writesWhatLibjpegWrites(int width, int height) throws IOException {
    for (PixelLayout layout : new PixelLayout[] {PixelLayout.GRAY, PixelLayout.RGB}) {
      Picture picture = JpegFile.waves(width, height, layout);
      Picture expected = JpegFile.readByJdk(writtenByJdk(picture));
      assertEquals(expected, JpegFile.readByJdk(encode(picture, 75)), layout.name());
    }
  }

  private static byte[] writtenByJdk(Picture picture) throws IOException {
    BufferedImage image = JpegFile.image(picture);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.75f);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 89, 90, 100})
  void anyQualityCanBeReadBack(int quality) throws IOException {
    Picture picture = JpegFile.waves(50, 37, PixelLayout.RGB);
    byte[] file = encode(picture, quality);
    Picture read = JpegFile.readByJdk(file);
    assertEquals(read, Picture.of(new JpegDecoder(TestedLibrary.JPEG), file));
    double difference = read.meanDifference(picture);
    assertTrue(difference < (quality == 100 ? 1 : quality >= 50 ? 15 : 60), "by " + difference);
  }

  @Test
  void qualityIsOnLibjpegsScale() throws IOException {
    Picture picture = JpegFile.waves(8, 8, PixelLayout.GRAY);
    assertEquals(16, firstStep(encode(picture, 50)));
    assertEquals(3, firstStep(encode(picture, 90)));
    assertEquals(1, firstStep(encode(picture, 100)));
    assertEquals(255, firstStep(encode(picture, 1)));
  }

  private static int firstStep(byte[] file) {
    return file[JpegFile.find(file, JpegFile.DQT) + 5] & 0xFF;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void extremePixelsHaveCodes(int quality) throws IOException {
    Random random = new Random(quality);
    Picture picture = Picture.noise(64, 64, PixelLayout.RGB, quality);
    for (int i = 0; i < picture.bytes().length; i++) {
      picture.bytes()[i] = (byte) (random.nextBoolean() ? 0 : 255);
    }
    byte[] file = encode(picture, quality);
    assertEquals(JpegFile.readByJdk(file), Picture.of(new JpegDecoder(TestedLibrary.JPEG), file));
  }

  @Test
  void aProfileOfManyPartsIsEmbedded() throws IOException {
    byte[] profile = new byte[150_000];
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    System.arraycopy(srgb, 0, profile, 0, srgb.length);
    profile[1] = (byte) (profile.length >> 16);
    profile[2] = (byte) (profile.length >> 8);
    profile[3] = (byte) profile.length;
    byte[] file =
        encode(JpegFile.waves(9, 9, PixelLayout.RGB), new EncodeOptions(80, false, profile, null));
    assertArrayEquals(profile, profile(file).orElseThrow());
    assertEquals(9, JpegFile.readByJdk(file).width());
  }

  @Test
  void aProfileOfAnotherColorSpaceIsLeftOut() throws IOException {
    EncodeOptions options = new EncodeOptions(80, false, ReadBack.profile("RGB "), null);
    assertEquals(
        Optional.empty(), profile(encode(JpegFile.waves(9, 9, PixelLayout.GRAY), options)));
  }

  private static Optional<byte[]> profile(byte[] file) throws IOException {
    try (DecodedImage image = new JpegDecoder(TestedLibrary.JPEG).open(new BytesContent(file))) {
      return image.iccProfile();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PixelLayout.class,
      names = {"GRAY_ALPHA", "RGBA"})
  void transparencyIsRefused(PixelLayout layout) {
    Picture picture = Picture.noise(4, 4, layout, 1);
    assertThrows(IllegalArgumentException.class, () -> encode(picture, 80));
  }

  private static byte[] encode(Picture picture, int quality) throws IOException {
    return encode(picture, new EncodeOptions(quality, false, null, null));
  }

  private static byte[] encode(Picture picture, EncodeOptions options) throws IOException {
    return ReadBack.encode(ENCODER, picture, options);
  }
}
