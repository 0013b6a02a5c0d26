package org.casaba.codec.bmp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.bmp.BMPImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts.Coloring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BmpDecoderTest {
  private final BmpDecoder decoder = new BmpDecoder();

  @ParameterizedTest
  @CsvSource({
    "1,  BI_RGB,       false",
    "1,  BI_RGB,       true",
    "4,  BI_RGB,       false",
    "8,  BI_RGB,       false",
    "8,  BI_RGB,       true",
    "8,  BI_RLE8,      false",
    "16, BI_BITFIELDS, false",
    "24, BI_RGB,       false",
    "24, BI_RGB,       true",
  })
  void whatTheJdkWritesIsRead(int depth, String compression, boolean topDown) throws IOException {
    for (int width : new int[] {2, 13, 35}) { // the JDK cannot write runs of 1
      BufferedImage image = randomRuns(width, 17, depth);
      byte[] file = write(image, compression, topDown);
      Picture picture = Picture.of(decoder, file);
      assertEquals(PixelLayout.RGB, picture.layout());
      for (int i = 0; i < width * 17; i++) {
        int rgb = image.getRGB(i % width, i / width);
        assertEquals(rgb >> 16 & 0xFF, picture.bytes()[3 * i] & 0xFF);
        assertEquals(rgb >> 8 & 0xFF, picture.bytes()[3 * i + 1] & 0xFF);
        assertEquals(rgb & 0xFF, picture.bytes()[3 * i + 2] & 0xFF);
      }
      Rectangle region = new Rectangle(width / 3, 5, width - width / 3 - width / 4, 7);
      try (DecodedImage decoded = decoder.open(new BytesContent(file))) {
        assertEquals(picture.part(region), Picture.of(decoded.rows(0, region)));
      }
    }
  }

  @Test
  void oldHeadersHaveShortPalettes() throws IOException {
    ByteBuffer file = file(14 + 12 + 6 + 4, 32).putInt(12);
    file.putShort((short) 3).putShort((short) 1).putShort((short) 1).putShort((short) 1);
    file.put(new byte[] {-1, -1, -1, 0, 0, 0}).put((byte) 0b01000000);
    Picture expected = new Picture(3, 1, PixelLayout.GRAY, new byte[] {-1, 0, -1});
    assertEquals(expected, Picture.of(decoder, file.array()));
    try (DecodedImage image = decoder.open(new BytesContent(file.array()))) {
      assertEquals(Coloring.BITONAL, image.facts().coloring());
    }
  }

  @Test
  void sixteenBitsAreFiveForEachColor() throws IOException {
    ByteBuffer file = info(file(14 + 40 + 4, 54), 40, 2, 1, 16, 0);
    file.position(54).putShort((short) (31 << 10 | 15 << 5 | 1)).putShort((short) 0x8000);
    Picture expected =
        new Picture(2, 1, PixelLayout.RGB, new byte[] {-1, (byte) 123, (byte) 8, 0, 0, 0});
    assertEquals(expected, Picture.of(decoder, file.array()));
  }

  @Test
  void masksMayGiveOpacity() throws IOException {
    byte[] profile = ReadBack.profile("RGB ");
    ByteBuffer file = info(file(14 + 124 + 8 + profile.length, 138), 124, 2, -1, 32, 3);
    file.position(54).putInt(0x3FF00000).putInt(0xFFC00).putInt(0x3FF).putInt(0xC0000000);
    file.putInt(14 + 56, 0x4D424544).putInt(14 + 112, 124 + 8).putInt(14 + 116, profile.length);
    file.position(138).putInt(1023 << 20 | 512 << 10).putInt(0xC0000000).put(profile);
    byte[] expected = {-1, (byte) 128, 0, 0, 0, 0, 0, -1};
    assertEquals(new Picture(2, 1, PixelLayout.RGBA, expected), Picture.of(decoder, file.array()));
    try (DecodedImage image = decoder.open(new BytesContent(file.array()))) {
      assertArrayEquals(profile, image.iccProfile().orElseThrow());
    }
  }

  @Test
  void runsMaySkipAndEndEarly() throws IOException {
    ByteBuffer file = info(file(14 + 40 + 1024 + 20, 1078), 40, 4, 3, 8, 1);
    for (int i = 0; i < 256; i++) {
      file.putInt(54 + 4 * i, i * 0x010101);
    }
    byte[] runs = {0, 2, 1, 1, 9, 7, 0, 0, 0, 3, 4, 5, 6, 0, 0, 1};
    file.position(1078).put(runs);
    byte[] expected = {4, 5, 6, 0, 0, 7, 7, 7, 0, 0, 0, 0};
    assertEquals(new Picture(4, 3, PixelLayout.GRAY, expected), Picture.of(decoder, file.array()));
  }

  @Test
  void runsMayAlternateTwoColors() throws IOException {
    ByteBuffer file = info(file(14 + 40 + 64 + 40, 118), 40, 9, 2, 4, 2);
    for (int i = 0; i < 16; i++) {
      file.putInt(54 + 4 * i, i * 0x010101);
    }
    byte[] runs = {3, 0x12, 0, 5, 0x34, 0x56, 0x70, 0, 1, (byte) 0xF0, 0, 0, 9, 0x77, 0, 0, 0, 1};
    file.putInt(2, file.capacity()).putInt(34, 40).position(118).put(runs);
    byte[] expected = {7, 7, 7, 7, 7, 7, 7, 7, 7, 1, 2, 1, 3, 4, 5, 6, 7, 15};
    assertEquals(new Picture(9, 2, PixelLayout.GRAY, expected), Picture.of(decoder, file.array()));
    int[] seen =
        ImageIO.read(new ByteArrayInputStream(file.array()))
            .getRaster()
            .getPixels(0, 0, 9, 2, (int[]) null);
    for (int i = 0; i < seen.length; i++) {
      assertEquals(expected[i], seen[i], "as the JDK reads it");
    }
  }

  @ParameterizedTest
  @CsvSource({"65535, 65535, 24, 0", "100000, 100000, 8, 1", "1, 2147483647, 1, 0"})
  void sizesThatTheFileCannotHoldAreRefused(int width, int height, int depth, int compression) {
    ByteBuffer file = info(file(2000, 1078), 40, width, height, depth, compression);
    IOException e =
        assertThrows(IOException.class, () -> decoder.open(new BytesContent(file.array())));
    assertTrue(e instanceof DamagedImageException || e instanceof UnsupportedImageException);
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    for (String compression : new String[] {"BI_RGB", "BI_RLE8"}) {
      byte[] file = write(randomRuns(12, 9, 8), compression, false);
      int needed = file.length - (compression.equals("BI_RGB") ? 0 : 4);
      for (int length = 18; length < needed; length++) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThrows(
            DamagedImageException.class, () -> Picture.of(decoder, cut), "length " + length);
      }
    }
  }

  @Test
  void noCorruptionDoesWorseThanAnException() throws IOException {
    Random random = new Random(3);
    byte[][] files = {
      write(randomRuns(13, 9, 8), "BI_RLE8", false),
      write(randomRuns(13, 9, 4), "BI_RLE4", false), // the JDK writes it wrong, but not unreadably
      write(randomRuns(13, 9, 4), "BI_RGB", false),
      write(randomRuns(13, 9, 16), "BI_BITFIELDS", false)
    };
    for (int round = 0; round < 5_000; round++) {
      byte[] file = files[round % files.length].clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        int span = random.nextBoolean() ? 54 : file.length;
        file[2 + random.nextInt(span - 2)] = (byte) random.nextInt();
      }
      try (DecodedImage image = decoder.open(new BytesContent(file))) {
        Dimensions size = image.facts().size();
        if (size.area() < 100_000) {
          Picture.of(image.rows(0, size.whole()));
        }
      } catch (DamagedImageException | UnsupportedImageException e) {
        assertFalse(e.getMessage().isEmpty());
      }
    }
  }

  /** A file header. */
  private static ByteBuffer file(int length, int pixelStart) {
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    return file.put((byte) 'B').put((byte) 'M').putInt(10, pixelStart).position(14);
  }

  private static ByteBuffer info(
      ByteBuffer file, int infoLength, int width, int height, int depth, int compression) {
    file.putInt(infoLength).putInt(width).putInt(height).putShort((short) 1);
    return file.putShort((short) depth).putInt(compression);
  }

  private static byte[] write(BufferedImage image, String compression, boolean topDown)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("bmp").next();
    BMPImageWriteParam param = (BMPImageWriteParam) writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType(compression);
    param.setTopDown(topDown);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    writer.dispose();
    return out.toByteArray();
  }

  /** Random colours, several equal ones in a row. */
  private static BufferedImage randomRuns(int width, int height, int depth) {
    Random random = new Random(depth * 31L + width);
    BufferedImage image =
        switch (depth) {
          case 16 -> new BufferedImage(width, height, BufferedImage.TYPE_USHORT_565_RGB);
          case 24 -> new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
          default -> {
            int size = 1 << depth;
            int[] colors = random.ints(size, 0, 1 << 24).toArray();
            IndexColorModel model = new IndexColorModel(depth, size, colors, 0, false, -1, 0);
            int type =
                depth == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
            yield new BufferedImage(width, height, type, model);
          }
        };
    for (int i = 0; i < width * height; ) {
      Object pixel = image.getColorModel().getDataElements(random.nextInt(1 << 24), null);
      for (int end = i + 1 + random.nextInt(5); i < Math.min(end, width * height); i++) {
        image.getRaster().setDataElements(i % width, i / width, pixel);
      }
    }
    return image;
  }
}
