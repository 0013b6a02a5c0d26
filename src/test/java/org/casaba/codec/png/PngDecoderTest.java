package org.casaba.codec.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.ReadBack;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.png.PngWriter.Samples;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts.Coloring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PngDecoderTest {
  private static final String DIRECT_TYPES =
      """
      0,  1, 1, GRAY
      0,  2, 1, GRAY
      0,  4, 1, GRAY
      0,  8, 1, GRAY
      0, 16, 1, GRAY
      2,  8, 3, RGB
      2, 16, 3, RGB
      4,  8, 2, GRAY_ALPHA
      4, 16, 2, GRAY_ALPHA
      6,  8, 4, RGBA
      6, 16, 4, RGBA
      """;

  private final PngDecoder decoder = new PngDecoder();

  @ParameterizedTest
  @CsvSource(textBlock = DIRECT_TYPES)
  void allTypesAndDepthsAreRead(int color, int depth, int perPixel, PixelLayout layout)
      throws IOException {
    for (boolean interlaced : new boolean[] {false, true}) {
      for (int size : new int[] {1, 2, 3, 5, 13, 31}) {
        Samples samples = Samples.random(size, 37 - size, depth, perPixel);
        byte[] file = file(samples, color, interlaced);
        Picture picture = Picture.of(decoder, file);
        assertEquals(expected(samples, layout), picture, size + " " + interlaced);
        Rectangle region = new Rectangle(size / 3, (37 - size) / 3, size - size / 2, 2);
        assertEquals(picture.part(region), part(file, region), size + " " + interlaced);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = DIRECT_TYPES)
  void anotherReaderSeesTheSameSamples(int color, int depth, int perPixel, PixelLayout layout)
      throws IOException {
    Samples samples = Samples.random(19, 23, depth, perPixel);
    byte[] file = file(samples, color, true);
    Raster raster = ImageIO.read(new ByteArrayInputStream(file)).getRaster();
    int[] seen = raster.getPixels(0, 0, 19, 23, (int[]) null);
    assertArrayEquals(samples.values(), seen, layout + " is not what the test file holds");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void palettesAreLookedUp(int depth) throws IOException {
    Samples samples = Samples.random(13, 17, depth, 1);
    int entries = (1 << depth) - 1; // the last index is beyond the palette: black
    byte[] plte = new byte[3 * entries];
    new Random(1).nextBytes(plte);
    byte[] expected = new byte[3 * samples.values().length];
    for (int i = 0; i < samples.values().length; i++) {
      if (samples.values()[i] < entries) {
        System.arraycopy(plte, 3 * samples.values()[i], expected, 3 * i, 3);
      }
    }
    PngWriter file = new PngWriter().header(13, 17, depth, 3, true).chunk("PLTE", plte);
    Picture picture = Picture.of(decoder, file.picture(samples, true).end());
    assertEquals(new Picture(13, 17, PixelLayout.RGB, expected), picture);
  }

  @Test
  void palettesMayBeGrayAndTransparent() throws IOException {
    Samples samples = new Samples(3, 1, 2, 1, new int[] {0, 1, 2});
    byte[] plte = {0, 0, 0, 100, 100, 100, -1, -1, -1};
    byte[] file =
        new PngWriter()
            .header(3, 1, 2, 3, false)
            .chunk("PLTE", plte)
            .chunk("tRNS", new byte[] {-1, 7})
            .picture(samples, false)
            .end();
    byte[] expected = {0, -1, 100, 7, -1, -1};
    assertEquals(new Picture(3, 1, PixelLayout.GRAY_ALPHA, expected), Picture.of(decoder, file));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,  1, 1, GRAY_ALPHA
          0,  4, 1, GRAY_ALPHA
          0,  8, 1, GRAY_ALPHA
          0, 16, 1, GRAY_ALPHA
          2,  8, 3, RGBA
          2, 16, 3, RGBA
          """)
  void oneValueMayBeTransparent(int color, int depth, int perPixel, PixelLayout layout)
      throws IOException {
    Samples samples = Samples.random(11, 13, depth, perPixel);
    ByteBuffer trns = ByteBuffer.allocate(2 * perPixel);
    for (int s = 0; s < perPixel; s++) {
      trns.putShort((short) samples.at(4, 5, s));
    }
    byte[] file =
        new PngWriter()
            .header(11, 13, depth, color, false)
            .chunk("tRNS", trns.array())
            .picture(samples, false)
            .end();
    Picture picture = Picture.of(decoder, file);
    assertEquals(layout, picture.layout());
    for (int y = 0; y < 13; y++) {
      for (int x = 0; x < 11; x++) {
        boolean same = true;
        for (int s = 0; s < perPixel; s++) {
          same &= samples.at(x, y, s) == samples.at(4, 5, s);
          assertEquals(level(samples.at(x, y, s), depth), picture.sample(x, y, s));
        }
        assertEquals(same ? 0 : 255, picture.sample(x, y, perPixel));
      }
    }
  }

  @Test
  void factsAreReadWithoutThePicture() throws IOException {
    byte[] file =
        new PngWriter().header(100_000, 90_000, 1, 0, false).chunk("IDAT", new byte[9]).end();
    BytesContent content = new BytesContent(file);
    try (DecodedImage image = decoder.open(content)) {
      assertEquals(new Dimensions(100_000, 90_000), image.facts().size());
      assertEquals(Coloring.BITONAL, image.facts().coloring());
      assertFalse(image.facts().alpha());
      assertEquals(1, image.facts().levels().size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void orientationIsFoundBeforeAndAfterThePicture(boolean before) throws IOException {
    byte[] exif = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0};
    Samples samples = Samples.random(3, 2, 8, 1);
    PngWriter file = new PngWriter().header(3, 2, 8, 0, false);
    if (before) {
      file.chunk("eXIf", exif).picture(samples, false);
    } else {
      file.picture(samples, false).chunk("eXIf", exif).chunk("tEXt", new byte[20]);
    }
    try (DecodedImage image = decoder.open(new BytesContent(file.end()))) {
      assertEquals(Orientation.TURNED_90, image.facts().orientation());
      assertEquals(new Dimensions(2, 3), image.facts().size());
    }
  }

  @Test
  void profilesMustFitThePixels() throws IOException {
    byte[] rgb = ReadBack.profile("RGB ");
    assertArrayEquals(rgb, profileRead(2, rgb).orElseThrow());
    assertTrue(profileRead(0, rgb).isEmpty());
    assertArrayEquals(
        ReadBack.profile("GRAY"), profileRead(0, ReadBack.profile("GRAY")).orElseThrow());
    assertTrue(profileRead(2, ReadBack.profile("CMYK")).isEmpty());
    assertTrue(profileRead(2, new byte[50]).isEmpty());
    assertTrue(profileRead(2, Arrays.copyOf(rgb, 20_000_000)).isEmpty());
  }

  @Test
  void aBombCostsOnlyWhatIsPulled() throws IOException {
    ByteArrayOutputStream zeros = new ByteArrayOutputStream();
    byte[] megabyte = PngWriter.deflate(new byte[1 << 20]);
    zeros.writeBytes(megabyte);
    byte[] file =
        new PngWriter()
            .header(65_535, 65_535, 8, 6, false)
            .chunk("IDAT", zeros.toByteArray())
            .chunk("junk", new byte[1_000_000])
            .end();
    BytesContent content = new BytesContent(file);
    try (DecodedImage image = decoder.open(content);
        PixelRows rows = image.rows(0, new Rectangle(10, 1, 20, 60_000))) {
      byte[] row = new byte[80];
      rows.next(row);
      assertArrayEquals(new byte[80], row);
      assertTrue(content.bytesRead() < 200_000, "read " + content.bytesRead());
      assertThrows(DamagedImageException.class, () -> pullAll(rows));
    }
  }

  @ParameterizedTest
  @CsvSource({"2147483647,1,6", "30000,30000,6"})
  void whatWouldNeedTooMuchIsRefused(int width, int height, int color) {
    byte[] file =
        new PngWriter().header(width, height, 8, color, true).chunk("IDAT", new byte[9]).end();
    assertThrows(UnsupportedImageException.class, () -> decoder.open(new BytesContent(file)));
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    Samples samples = Samples.random(9, 9, 8, 3);
    for (boolean interlaced : new boolean[] {false, true}) {
      byte[] file = file(samples, 2, interlaced);
      int needed =
          file.length - 12 - 4 - 4; // without IEND, the check sums of zlib and of the chunk
      for (int length = PngDecoder.SIGNATURE.length; length < needed; length++) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThrows(
            DamagedImageException.class, () -> Picture.of(decoder, cut), "length " + length);
      }
    }
  }

  @Test
  void noCorruptionDoesWorseThanAnException() {
    Random random = new Random(3);
    Samples samples = Samples.random(15, 9, 4, 1);
    for (int round = 0; round < 1500; round++) {
      byte[] file =
          new PngWriter()
              .header(15, 9, 4, 3, round % 2 == 0)
              .chunk("PLTE", new byte[30])
              .chunk("tRNS", new byte[3])
              .picture(samples, round % 2 == 0)
              .end();
      for (int i = 0; i <= random.nextInt(4); i++) {
        file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
      }
      try {
        Picture.of(decoder, withRightSums(file));
      } catch (DamagedImageException | UnsupportedImageException e) {
        assertFalse(e.getMessage().isEmpty());
      } catch (IOException e) {
        throw new AssertionError("round " + round, e);
      }
    }
  }

  @Test
  void wrongSumsAreNoticed() {
    Samples samples = Samples.random(9, 9, 8, 3);
    byte[] file = file(samples, 2, false);
    file[29] ^= 1; // where the header's sum begins
    assertThrows(DamagedImageException.class, () -> Picture.of(decoder, file));
  }

  /** Repairs the sums of all chunks that can still be walked over, so that damage gets further. */
  private static byte[] withRightSums(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int at = 8;
    while (at + 12 <= file.length) {
      int length = bytes.getInt(at);
      if (length < 0 || length > file.length - at - 12) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(file, at + 4, length + 4);
      bytes.putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
    return file;
  }

  private static byte[] file(Samples samples, int color, boolean interlaced) {
    int size = samples.width() == 31 ? 70_000 : 7;
    return new PngWriter()
        .header(samples.width(), samples.height(), samples.depth(), color, interlaced)
        .chunk("tEXt", new byte[size])
        .picture(samples, interlaced)
        .end();
  }

  private static Picture expected(Samples samples, PixelLayout layout) {
    byte[] bytes = new byte[samples.values().length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) level(samples.values()[i], samples.depth());
    }
    return new Picture(samples.width(), samples.height(), layout, bytes);
  }

  private static int level(int sample, int depth) {
    return (int) Math.round(sample * 255.0 / ((1 << depth) - 1));
  }

  private Picture part(byte[] file, Rectangle region) throws IOException {
    try (DecodedImage image = decoder.open(new BytesContent(file))) {
      return Picture.of(image.rows(0, region));
    }
  }

  private Optional<byte[]> profileRead(int color, byte[] profile) throws IOException {
    Samples samples = Samples.random(2, 2, 8, color == 0 ? 1 : 3);
    ByteArrayOutputStream iccp = new ByteArrayOutputStream();
    iccp.writeBytes(new byte[] {'n', 'a', 'm', 'e', 0, 0});
    iccp.writeBytes(PngWriter.deflate(profile));
    PngWriter file =
        new PngWriter().header(2, 2, 8, color, false).chunk("iCCP", iccp.toByteArray());
    try (DecodedImage image = decoder.open(new BytesContent(file.picture(samples, false).end()))) {
      return image.iccProfile();
    }
  }

  private static void pullAll(PixelRows rows) throws IOException {
    byte[] row = new byte[rows.width() * rows.layout().bands()];
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
    }
  }
}
