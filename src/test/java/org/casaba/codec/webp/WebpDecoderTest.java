package org.casaba.codec.webp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebpDecoderTest {
  private static final int WIDTH = 67;
  private static final int HEIGHT = 83;
  private static final int ANIMATION = 2;
  private static final int ALPHA = 0x10;

  private final WebpDecoder decoder = new WebpDecoder();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normal-filter",
        "simple-filter",
        "sharp-filter",
        "four-partitions",
        "fine",
        "opacity",
        "opacity-raw",
        "lossless",
        "lossless-fast",
        "lossless-opacity",
        "lossless-2-colors",
        "lossless-4-colors",
        "lossless-16-colors",
        "lossless-200-colors"
      })
  void pixelsAreExactlyThoseOfLibwebp(String name) throws IOException {
    byte[] file = file(name);
    Picture picture = Picture.of(decoder, file);
    assertEquals(reference(name), picture);
    for (Rectangle region :
        new Rectangle[] {
          new Rectangle(0, 31, 67, 3), new Rectangle(13, 17, 1, 66), new Rectangle(66, 82, 1, 1)
        }) {
      assertEquals(picture.part(region), part(file, region), region.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void opacityIsUnfiltered(int filter) throws IOException {
    byte[] opacity = new byte[WIDTH * HEIGHT];
    new Random(filter).nextBytes(opacity);
    ByteArrayOutputStream alph = new ByteArrayOutputStream();
    alph.write(filter << 2);
    alph.writeBytes(filtered(opacity, filter));
    byte[] file =
        riff(
            vp8x(ALPHA, WIDTH, HEIGHT), chunk("ALPH", alph.toByteArray()), picture("sharp-filter"));
    Picture picture = Picture.of(decoder, file);
    assertEquals(PixelLayout.RGBA, picture.layout());
    for (int i = 0; i < opacity.length; i++) {
      assertEquals(opacity[i], picture.bytes()[4 * i + 3], "pixel " + i);
    }
  }

  @Test
  void profileAndOrientationAreFound() throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] exif = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0};
    byte[] file =
        riff(
            vp8x(0x28, WIDTH, HEIGHT),
            chunk("ICCP", profile),
            picture("lossless"),
            chunk("EXIF", exif));
    try (DecodedImage image = decoder.open(new BytesContent(file))) {
      assertArrayEquals(profile, image.iccProfile().orElseThrow());
      assertEquals(Orientation.TURNED_270, image.facts().orientation());
      assertEquals(new Dimensions(HEIGHT, WIDTH), image.facts().size());
      assertFalse(image.facts().alpha());
    }
  }

  @Test
  void firstFrameOfAnAnimationLiesOnATransparentCanvas() throws IOException {
    byte[] file =
        riff(
            vp8x(ANIMATION, 100, 110),
            chunk("ANIM", new byte[6]),
            frame(6, 10, picture("lossless")),
            frame(0, 0, picture("sharp-filter")));
    Picture picture = Picture.of(decoder, file);
    Picture expected = reference("lossless");
    for (int y = 0; y < 110; y++) {
      for (int x = 0; x < 100; x++) {
        boolean inside = x >= 6 && x < 6 + WIDTH && y >= 10 && y < 10 + HEIGHT;
        assertEquals(inside ? 255 : 0, picture.sample(x, y, 3));
        for (int band = 0; inside && band < 3; band++) {
          assertEquals(expected.sample(x - 6, y - 10, band), picture.sample(x, y, band));
        }
      }
    }
    Rectangle region = new Rectangle(70, 5, 30, 20);
    assertEquals(picture.part(region), part(file, region));
  }

  @Test
  void picturesThatDoNotFitTheCanvasAreDamaged() throws IOException {
    byte[][] files = {
      riff(vp8x(0, WIDTH, HEIGHT + 1), picture("lossless")),
      riff(vp8x(ANIMATION, WIDTH, HEIGHT), frame(2, 0, picture("lossless"))),
      riff(vp8x(ANIMATION, WIDTH, HEIGHT)),
      riff(vp8x(0, WIDTH, HEIGHT))
    };
    for (byte[] file : files) {
      assertThrows(DamagedImageException.class, () -> decoder.open(new BytesContent(file)));
    }
  }

  @Test
  void aBombCostsOnlyWhatIsPulled() throws IOException {
    // 16384 x 16384 pixels, all codes of one symbol: not a bit is spent on a pixel.
    int header = 16_383 | 16_383 << 14;
    ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    data.put((byte) 0x2F).putInt(header).put((byte) 0b10001000).put((byte) 0b10001000);
    byte[] file = riff(chunk("VP8L", data.put((byte) 0b00001000).array()));
    try (DecodedImage image = decoder.open(new BytesContent(file));
        PixelRows rows = image.rows(0, new Rectangle(16_000, 20, 10, 10_000))) {
      byte[] row = new byte[30];
      row[0] = 1;
      rows.next(row);
      assertArrayEquals(new byte[30], row);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharp-filter", "four-partitions", "lossless-4-colors", "opacity"})
  void truncationIsNoticedUnlessItChangesNothing(String name) throws IOException {
    byte[] file = file(name);
    Picture whole = Picture.of(decoder, file);
    for (int length = 12; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      if (length < file.length - 8) {
        assertThrows(
            DamagedImageException.class, () -> Picture.of(decoder, cut), "length " + length);
      } else {
        assertTrue(isDamagedOr(whole, cut), "length " + length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharp-filter", "lossless-16-colors", "lossless-opacity", "opacity"})
  void noCorruptionDoesWorseThanAnException(String name) throws IOException {
    Random random = new Random(3);
    byte[] whole = file(name);
    for (int round = 0; round < 500; round++) {
      byte[] file = whole.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        int span = random.nextBoolean() ? 100 : file.length;
        file[12 + random.nextInt(span - 12)] = (byte) random.nextInt();
      }
      try (DecodedImage image = decoder.open(new BytesContent(file))) {
        Dimensions size = image.facts().storedSize();
        int height = Math.clamp(200_000L / size.width(), 1, size.height());
        Picture.of(image.rows(0, new Rectangle(0, 0, size.width(), height)));
      } catch (DamagedImageException | UnsupportedImageException e) {
        assertFalse(e.getMessage().isEmpty());
      }
    }
  }

  private boolean isDamagedOr(Picture expected, byte[] file) throws IOException {
    try {
      return Picture.of(decoder, file).equals(expected);
    } catch (DamagedImageException e) {
      return true;
    }
  }

  private Picture part(byte[] file, Rectangle region) throws IOException {
    try (DecodedImage image = decoder.open(new BytesContent(file))) {
      return Picture.of(image.rows(0, region));
    }
  }

  private static byte[] filtered(byte[] opacity, int filter) {
    byte[] filtered = new byte[opacity.length];
    for (int i = 0; i < opacity.length; i++) {
      int x = i % WIDTH;
      int left = x == 0 ? 0 : opacity[i - 1] & 0xFF;
      int up = i < WIDTH ? 0 : opacity[i - WIDTH] & 0xFF;
      int upLeft = x == 0 || i < WIDTH ? 0 : opacity[i - WIDTH - 1] & 0xFF;
      int prediction = i < WIDTH ? left : x == 0 ? up : left + up - upLeft;
      if (i >= WIDTH && x > 0) {
        prediction =
            switch (filter) {
              case 1 -> left;
              case 2 -> up;
              default -> Math.clamp(prediction, 0, 255);
            };
      }
      filtered[i] = (byte) (opacity[i] - (filter == 0 ? 0 : prediction));
    }
    return filtered;
  }

  private static byte[] riff(byte[]... chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
    for (byte[] chunk : chunks) {
      body.writeBytes(chunk);
    }
    return chunk("RIFF", body.toByteArray());
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + data.length + (data.length & 1));
    chunk.put(type.getBytes(StandardCharsets.US_ASCII));
    return chunk.order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).put(data).array();
  }

  private static byte[] vp8x(int flags, int width, int height) {
    ByteBuffer data = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
    data.put(0, (byte) flags).putInt(4, width - 1).putInt(7, height - 1);
    return chunk("VP8X", Arrays.copyOf(data.array(), 10));
  }

  private static byte[] frame(int x, int y, byte[] picture) {
    ByteBuffer data = ByteBuffer.allocate(16 + picture.length).order(ByteOrder.LITTLE_ENDIAN);
    data.putInt(0, x / 2).putInt(3, y / 2).putInt(6, WIDTH - 1).putInt(9, HEIGHT - 1);
    return chunk("ANMF", data.putInt(12, 100).put(16, picture).array());
  }

  /** The chunk VP8 or VP8L of a simple file. */
  private static byte[] picture(String name) throws IOException {
    byte[] file = file(name);
    return Arrays.copyOfRange(file, 12, file.length);
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = open(name + ".webp")) {
      return in.readAllBytes();
    }
  }

  private static Picture reference(String name) throws IOException {
    try (InputStream in = open(name + ".png")) {
      Raster raster = ImageIO.read(in).getRaster();
      int[] samples = raster.getPixels(0, 0, WIDTH, HEIGHT, (int[]) null);
      byte[] bytes = new byte[samples.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) samples[i];
      }
      PixelLayout layout = raster.getNumBands() == 4 ? PixelLayout.RGBA : PixelLayout.RGB;
      return new Picture(WIDTH, HEIGHT, layout, bytes);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = WebpDecoderTest.class.getResourceAsStream(file);
    if (in == null) {
      throw new IOException("no fixture " + file);
    }
    return in;
  }
}
