package org.casaba.codec.gif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts.Coloring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GifDecoderTest {
  private static final byte[] TABLE = new byte[3 * 256];

  static {
    new Random(1).nextBytes(TABLE);
  }

  private final GifDecoder decoder = new GifDecoder();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void framesLieOnATransparentScreen(boolean interlaced) throws IOException {
    byte[] indices = indices(13, 17);
    byte[] file = new GifFile(23, 29, TABLE).comment(3).frame(5, 7, 13, indices, interlaced).end();
    Picture picture = Picture.of(decoder, file);
    assertEquals(onScreen(new Rectangle(5, 7, 13, 17), indices, -1), picture);
    for (Rectangle region : regions()) {
      try (DecodedImage image = decoder.open(new BytesContent(file))) {
        assertEquals(picture.part(region), Picture.of(image.rows(0, region)), region.toString());
      }
    }
  }

  @Test
  void oneIndexMayBeTransparent() throws IOException {
    byte[] indices = indices(23, 29);
    byte[] file = new GifFile(23, 29, TABLE).transparent(7).frame(0, 0, 23, indices, false).end();
    assertEquals(onScreen(new Rectangle(0, 0, 23, 29), indices, 7), Picture.of(decoder, file));
  }

  @Test
  void opaqueFramesThatFillTheScreenHaveNoAlpha() throws IOException {
    byte[] file = new GifFile(23, 29, TABLE).frame(0, 0, 23, indices(23, 29), true).end();
    Picture picture = Picture.of(decoder, file);
    assertEquals(PixelLayout.RGB, picture.layout());
    int[] seen = ImageIO.read(new ByteArrayInputStream(file)).getRGB(0, 0, 23, 29, null, 0, 23);
    for (int i = 0; i < seen.length; i++) {
      int at = 3 * i;
      assertEquals(seen[i] >> 16 & 0xFF, picture.bytes()[at] & 0xFF);
      assertEquals(seen[i] >> 8 & 0xFF, picture.bytes()[at + 1] & 0xFF);
      assertEquals(seen[i] & 0xFF, picture.bytes()[at + 2] & 0xFF);
    }
  }

  @Test
  void localTablesPrevailAndMayBeGray() throws IOException {
    byte[] gray = {0, 0, 0, 9, 9, 9, 50, 50, 50, -1, -1, -1};
    byte[] file =
        new GifFile(4, 1, TABLE).frame(0, 0, 4, new byte[] {3, 2, 1, 99}, false, gray).end();
    Picture expected = new Picture(4, 1, PixelLayout.GRAY, new byte[] {-1, 50, 9, 0});
    assertEquals(expected, Picture.of(decoder, file));
  }

  @Test
  void screensTooSmallGrow() throws IOException {
    byte[] file = new GifFile(0, 2, TABLE).frame(1, 1, 3, new byte[9], false).end();
    try (DecodedImage image = decoder.open(new BytesContent(file))) {
      assertEquals(new Dimensions(4, 4), image.facts().size());
    }
  }

  @Test
  void onlyTheFirstFrameIsShown() throws IOException {
    byte[] file =
        new GifFile(2, 1, TABLE)
            .frame(0, 0, 2, new byte[] {1, 2}, false)
            .transparent(1)
            .frame(0, 0, 2, new byte[] {3, 4}, false)
            .end();
    assertEquals(onePixelRow(1, 2), Picture.of(decoder, file));
  }

  @Test
  void blackAndWhiteTablesAreBitonal() throws IOException {
    byte[] file =
        new GifFile(2, 1, new byte[] {0, 0, 0, -1, -1, -1})
            .frame(0, 0, 2, new byte[] {1, 0}, false)
            .end();
    try (DecodedImage image = decoder.open(new BytesContent(file))) {
      assertEquals(Coloring.BITONAL, image.facts().coloring());
      assertFalse(image.facts().alpha());
    }
  }

  @Test
  void aHugeScreenCostsNothing() throws IOException {
    byte[] file =
        new GifFile(65_535, 65_535, TABLE).frame(60_000, 60_000, 1, new byte[1], true).end();
    try (DecodedImage image = decoder.open(new BytesContent(file));
        PixelRows rows = image.rows(0, new Rectangle(59_999, 59_999, 3, 3))) {
      assertTrue(image.facts().alpha());
      byte[] row = new byte[12];
      rows.next(row);
      assertEquals(0, row[7]);
      rows.next(row);
      assertEquals(-1, row[7]);
    }
  }

  @Test
  void hugeInterlacedFramesAreRefused() {
    byte[] file = new GifFile(9, 9, TABLE).descriptor(0, 0, 65_535, 65_535, true).end();
    assertThrows(UnsupportedImageException.class, () -> decoder.open(new BytesContent(file)));
  }

  @Test
  void hugeFramesCostWhatIsPulled() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Picture picture = new Picture(65_535, 20, PixelLayout.GRAY, new byte[65_535 * 20]);
    new GifEncoder().encode(picture.rows(), new EncodeOptions(80, false, null, null), out);
    byte[] file = out.toByteArray();
    Arrays.fill(file, 8, 10, (byte) -1); // the height of the screen and of the frame
    int frame = 13 + 768;
    Arrays.fill(file, frame + 7, frame + 9, (byte) -1);
    try (DecodedImage image = decoder.open(new BytesContent(file));
        PixelRows rows = image.rows(0, new Rectangle(65_000, 15, 100, 60_000))) {
      byte[] row = new byte[100];
      for (int y = 15; y < 20; y++) {
        rows.next(row);
      }
      assertThrows(DamagedImageException.class, () -> rows.next(row));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyTruncationIsNoticed(boolean interlaced) throws IOException {
    byte[] file =
        new GifFile(9, 9, TABLE).transparent(3).frame(0, 0, 9, indices(9, 9), interlaced).end();
    int needed = file.length - 4; // without end of information, block terminator and trailer
    for (int length = 6; length < needed; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(DamagedImageException.class, () -> Picture.of(decoder, cut), "length " + length);
    }
  }

  @Test
  void noCorruptionDoesWorseThanAnException() throws IOException {
    Random random = new Random(3);
    byte[] table = Arrays.copyOf(TABLE, 3 * 4);
    for (int round = 0; round < 5_000; round++) {
      byte[] file =
          new GifFile(20, 9, table).transparent(3).frame(1, 1, 9, indices(9, 7), false).end();
      for (int i = 0; i <= random.nextInt(4); i++) {
        file[6 + random.nextInt(file.length - 6)] = (byte) random.nextInt();
      }
      try (DecodedImage image = decoder.open(new BytesContent(file))) {
        Dimensions size = image.facts().size();
        if (size.area() < 50_000) {
          Picture.of(image.rows(0, size.whole()));
        }
      } catch (DamagedImageException | UnsupportedImageException e) {
        assertFalse(e.getMessage().isEmpty());
      }
    }
  }

  private static Rectangle[] regions() {
    return new Rectangle[] {
      new Rectangle(0, 0, 5, 29),
      new Rectangle(3, 0, 10, 7),
      new Rectangle(6, 9, 3, 4),
      new Rectangle(10, 20, 13, 9),
      new Rectangle(18, 0, 5, 29),
      new Rectangle(0, 24, 23, 5)
    };
  }

  private static byte[] indices(int width, int height) {
    byte[] indices = new byte[width * height];
    new Random(width).nextBytes(indices);
    return indices;
  }

  private static Picture onePixelRow(int... indices) {
    byte[] bytes = new byte[3 * indices.length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(TABLE, 3 * indices[i], bytes, 3 * i, 3);
    }
    return new Picture(indices.length, 1, PixelLayout.RGB, bytes);
  }

  /** A frame of {@link #TABLE}'s colours on a transparent screen of 23 x 29. */
  private static Picture onScreen(Rectangle bounds, byte[] indices, int transparent) {
    byte[] bytes = new byte[23 * 29 * 4];
    for (int i = 0; i < indices.length; i++) {
      int x = bounds.x() + i % bounds.width();
      int y = bounds.y() + i / bounds.width();
      int index = indices[i] & 0xFF;
      if (index != transparent) {
        System.arraycopy(TABLE, 3 * index, bytes, 4 * (y * 23 + x), 3);
        bytes[4 * (y * 23 + x) + 3] = -1;
      }
    }
    return new Picture(23, 29, PixelLayout.RGBA, bytes);
  }
}
