package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.TestedLibrary;
import org.casaba.codec.tiff.TiffFile.Values;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of files that hardly any program writes today. */
class RareTiffTest {

  @ParameterizedTest
  @ValueSource(strings = {"ycbcr-none", "ycbcr-deflate-predicted"})
  void ycbcrIsReadAsLibtiffReadsIt(String name) throws IOException {
    Picture expected = TiffFixture.png(name + ".png");
    Picture actual =
        Picture.of(new TiffDecoder(TestedLibrary.ALL), TiffFixture.file(name + ".tif"));
    assertTrue(TiffDecoderTest.largestDifference(expected, actual) <= 1);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 1", "4, 2", "4, 4", "4, 1"})
  void sharedChrominanceIsRepeated(int across, int down) throws IOException {
    int width = 23;
    int height = 13;
    int unitsAcross = Math.ceilDiv(width, across);
    int size = across * down + 2;
    byte[] stored = new byte[unitsAcross * Math.ceilDiv(height, down) * size];
    new Random(across + down).nextBytes(stored);
    byte[] rgb = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int unit = (y / down * unitsAcross + x / across) * size;
        int luminance = stored[unit + y % down * across + x % across] & 0xFF;
        int cb = (stored[unit + size - 2] & 0xFF) - 128;
        int cr = (stored[unit + size - 1] & 0xFF) - 128;
        int at = 3 * (y * width + x);
        rgb[at] = clamp(luminance + 1.402 * cr);
        rgb[at + 1] = clamp(luminance - 0.344136 * cb - 0.714136 * cr);
        rgb[at + 2] = clamp(luminance + 1.772 * cb);
      }
    }
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = TiffFile.picture(width, height, 3);
    fields.put(262, TiffFile.shorts(6));
    fields.put(273, TiffFile.longs(file.append(stored)));
    fields.put(279, TiffFile.longs(stored.length));
    fields.put(530, TiffFile.shorts(across, down));
    Picture expected = new Picture(width, height, PixelLayout.RGB, rgb);
    try (DecodedImage image =
        new TiffDecoder(TestedLibrary.ALL).open(new BytesContent(file.of(fields)))) {
      for (Rectangle region :
          new Rectangle[] {new Rectangle(0, 0, width, height), new Rectangle(5, 3, 11, 9)}) {
        Picture actual = Picture.of(image.rows(0, region));
        assertTrue(TiffDecoderTest.largestDifference(expected.part(region), actual) <= 1);
      }
    }
  }

  private static byte clamp(double value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 1", "5, 3", "6, 1", "7, 3", "9, 1", "10, 3", "12, 1", "12, 3", "15, 4"})
  void anyNumberOfBitsIsRead(int bits, int samples) throws IOException {
    int width = 19;
    int height = 7;
    int rowBytes = (width * samples * bits + 7) / 8;
    byte[] stored = new byte[rowBytes * height];
    byte[] expected = new byte[width * height * samples];
    Random random = new Random(bits);
    int most = (1 << bits) - 1;
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < width * samples; i++) {
        int value = random.nextInt(most + 1);
        expected[y * width * samples + i] = (byte) Math.floor(value * 255.0 / most + 0.5);
        for (int b = 0; b < bits; b++) {
          int at = i * bits + b;
          int bit = value >> (bits - 1 - b) & 1;
          stored[y * rowBytes + at / 8] |= (byte) (bit << (7 - at % 8));
        }
      }
    }
    TiffFile file = TiffFile.big();
    Map<Integer, Values> fields = TiffFile.picture(width, height, samples);
    long[] each = new long[samples];
    Arrays.fill(each, bits);
    fields.put(258, TiffFile.shorts(each));
    fields.put(273, TiffFile.longs(file.append(stored)));
    fields.put(279, TiffFile.longs(stored.length));
    fields.put(338, TiffFile.shorts(2));
    Picture whole = new Picture(width, height, PixelLayout.values()[samples - 1], expected);
    try (DecodedImage image =
        new TiffDecoder(TestedLibrary.ALL).open(new BytesContent(file.of(fields)))) {
      for (int x = 0; x < width; x++) {
        Rectangle region = new Rectangle(x, x % height, width - x, height - x % height);
        assertEquals(whole.part(region), Picture.of(image.rows(0, region)), region::toString);
      }
    }
  }

  @Test
  void oldJpegWithAnOrdinaryStreamIsRead() throws IOException {
    BufferedImage drawn = new BufferedImage(61, 43, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 43; y++) {
      for (int x = 0; x < 61; x++) {
        drawn.setRGB(x, y, (4 * x) << 16 | (5 * y) << 8 | (2 * x + 2 * y));
      }
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(drawn, "jpeg", jpeg);
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = TiffFile.picture(61, 43, 3);
    fields.put(259, TiffFile.shorts(6));
    fields.put(262, TiffFile.shorts(6));
    fields.put(513, TiffFile.longs(file.append(jpeg.toByteArray())));
    fields.put(514, TiffFile.longs(jpeg.size()));
    Picture actual = Picture.of(new TiffDecoder(TestedLibrary.ALL), file.of(fields));
    byte[] rgb = new byte[61 * 43 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (drawn.getRGB(i / 3 % 61, i / 3 / 61) >> (16 - 8 * (i % 3)));
    }
    assertTrue(new Picture(61, 43, PixelLayout.RGB, rgb).meanDifference(actual) < 3);
  }
}
