package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.HexFormat;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.iiif.Quality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RecolorTest {

  @ParameterizedTest
  @CsvSource({
    "GRAY, RGB, ff336699, 5d, GRAY",
    "GRAY, RGB, ffff0000, 4c, GRAY",
    "GRAY, RGB, ff00ff00, 96, GRAY",
    "GRAY, RGB, ff0000ff, 1d, GRAY",
    "GRAY, RGB, ffffffff, ff, GRAY",
    "GRAY, RGB, ff010101, 01, GRAY",
    "GRAY, RGBA, 40336699, 5d40, GRAY_ALPHA",
    "GRAY, GRAY, ff777777, 77, GRAY",
    "GRAY, GRAY_ALPHA, 12777777, 7712, GRAY_ALPHA",
    "BITONAL, RGB, ff336699, 00, GRAY",
    "BITONAL, RGB, ff00ff00, ff, GRAY",
    "BITONAL, GRAY, ff7f7f7f, 00, GRAY",
    "BITONAL, GRAY, ff808080, ff, GRAY",
    "BITONAL, RGBA, 7fffffff, ff00, GRAY_ALPHA",
    "BITONAL, RGBA, 80000000, 00ff, GRAY_ALPHA",
    "BITONAL, GRAY_ALPHA, 80808080, ffff, GRAY_ALPHA"
  })
  void tells(Quality quality, PixelLayout from, String argb, String expected, PixelLayout layout)
      throws IOException {
    Picture pixels = Picture.filled(1, 2, Integer.parseUnsignedInt(argb, 16));
    try (PixelRows rows = new Recolor(quality).apply(pixels.rows(from))) {
      assertEquals(layout, rows.layout());
      byte[] row = new byte[layout.bands()];
      for (int y = 0; y < 2; y++) {
        rows.next(row);
        assertArrayEquals(HexFormat.of().parseHex(expected), row);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DEFAULT", "COLOR"})
  void keepsWhatIsThere(Quality quality) {
    for (PixelLayout layout : PixelLayout.values()) {
      PictureRows rows = Picture.filled(1, 1, 0).rows(layout);
      assertSame(rows, new Recolor(quality).apply(rows));
    }
  }
}
