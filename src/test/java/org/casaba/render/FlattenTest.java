package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.HexFormat;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FlattenTest {

  @ParameterizedTest
  @CsvSource({
    "RGBA, 00123456, ffffff, ffffff, RGB",
    "RGBA, ff123456, ffffff, 123456, RGB",
    "RGBA, 80000000, 102030, 081018, RGB",
    "RGBA, 33ff00ff, 00ff00, 33cc33, RGB",
    "GRAY_ALPHA, 00555555, ffffff, ff, GRAY",
    "GRAY_ALPHA, ff555555, ffffff, 55, GRAY",
    "GRAY_ALPHA, 80000000, 808080, 40, GRAY",
    "GRAY_ALPHA, 00555555, ff0080, ff0080, RGB",
    "GRAY_ALPHA, ff555555, ff0080, 555555, RGB"
  })
  void lays(PixelLayout from, String argb, String background, String expected, PixelLayout to)
      throws IOException {
    Picture pixels = Picture.filled(2, 1, Integer.parseUnsignedInt(argb, 16));
    int below = Integer.parseInt(background, 16);
    try (PixelRows rows = new Flatten(below).apply(pixels.rows(from))) {
      assertEquals(to, rows.layout());
      byte[] row = new byte[2 * to.bands()];
      rows.next(row);
      assertArrayEquals(HexFormat.of().parseHex(expected + expected), row);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAY", "RGB"})
  void opaquePicturesAreLeftAlone(PixelLayout layout) {
    PictureRows rows = Picture.filled(1, 1, 0).rows(layout);
    assertSame(rows, new Flatten(0x123456).apply(rows));
  }
}
