package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.casaba.codec.BytesContent;
import org.casaba.codec.CmykConversion;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.TestedLibrary;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pixels of every kind of file, against pictures made by libvips. */
class TiffDecoderTest {

  static final String LOSSLESS =
      """
      rgb-none-strips,                  rgb
      rgb-none-low-strips,              rgb
      rgb-none-tiles,                   rgb
      rgb-lzw-strips,                   rgb
      rgb-lzw-one-strip,                rgb
      rgb-lzw-predicted-tiles,          rgb
      rgb-deflate-tiles,                rgb
      rgb-deflate-predicted-strips,     rgb
      rgb-deflate-strip-per-row,        rgb
      rgb-adobe-deflate-strips,         rgb
      rgb-packbits-strips,              rgb
      rgb-big-endian-tiles,             rgb
      rgb-planar-lzw-predicted,         rgb
      rgb-planar-deflate-tiles,         rgb
      rgb-unspecified-extra,            rgb
      rgb-planar-unspecified-extra,     rgb
      rgb-profile,                      rgb
      big-tiles,                        rgb
      orientation-6,                    rgb
      rgb16-none-strips,                rgb16
      rgb16-deflate-predicted-tiles,    rgb16
      rgb16-big-endian-none,            rgb16
      rgb16-big-endian-lzw-predicted,   rgb16
      rgb16-planar-deflate,             rgb16
      big-big-endian-rgb16,             rgb16
      gray-deflate-tiles,               gray
      gray-white-is-zero,               gray
      gray16-lzw-predicted-strips,      gray16
      gray4-none,                       gray4-none
      gray2-lzw-tiles,                  gray2-lzw-tiles
      bitonal-none,                     bitonal
      bitonal-none-low-bits-first,      bitonal
      bitonal-white-is-zero-packbits,   bitonal
      bitonal-g4-strips,                bitonal
      bitonal-g4-tiles,                 bitonal
      bitonal-g4-low-bits-first,        bitonal
      bitonal-white-is-zero-g4,         bitonal
      bitonal-g3-1d,                    bitonal
      bitonal-g3-2d-fill,               bitonal
      wide-g4,                          wide
      wide-g31d,                        wide
      wide-g32d,                        wide
      rgba-deflate-tiles,               rgba
      rgba-planar-packbits,             rgba
      gray-alpha-lzw,                   gray-alpha
      palette8-lzw,                     palette-200
      palette4-none,                    palette-14
      palette1-none,                    palette-2
      """;

  @ParameterizedTest
  @CsvSource(textBlock = LOSSLESS)
  void losslessPixelsAreExact(String file, String reference) throws IOException {
    assertEquals(
        TiffFixture.png(reference + ".png"),
        Picture.of(new TiffDecoder(TestedLibrary.ALL), TiffFixture.file(file + ".tif")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb-jpeg-ycbcr-tiles",
        "rgb-jpeg-ycbcr-strips",
        "rgb-jpeg-rgb-tiles",
        "rgb-jpeg-planar",
        "gray-jpeg-tiles",
      })
  void jpegPixelsAreThoseOfLibjpeg(String file) throws IOException {
    Picture expected = TiffFixture.png(file + ".png");
    Picture actual =
        Picture.of(new TiffDecoder(TestedLibrary.ALL), TiffFixture.file(file + ".tif"));
    assertTrue(
        largestDifference(expected, actual) <= 1, () -> "" + largestDifference(expected, actual));
  }

  @ParameterizedTest
  @CsvSource({"rgba-associated, rgba", "rgba16-associated-tiles, rgba16"})
  void associatedAlphaIsDividedOut(String file, String reference) throws IOException {
    Picture expected = TiffFixture.png(reference + ".png");
    Picture actual =
        Picture.of(new TiffDecoder(TestedLibrary.ALL), TiffFixture.file(file + ".tif"));
    assertEquals(PixelLayout.RGBA, actual.layout());
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        int alpha = expected.sample(x, y, 3);
        assertEquals(alpha, actual.sample(x, y, 3));
        for (int band = 0; band < 3; band++) {
          int seen = (expected.sample(x, y, band) - actual.sample(x, y, band)) * alpha;
          assertTrue(Math.abs(seen) <= 2 * 255, "at " + x + "," + y);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmyk-deflate-tiles", "cmyk-jpeg-tiles"})
  void inksBecomeColors(String file) throws IOException {
    Picture inks = TiffFixture.png(file + "-as-rgba.png");
    int pixels = inks.width() * inks.height();
    byte[] rgb = new byte[3 * pixels];
    CmykConversion.of(Optional.empty(), false).convert(inks.bytes(), rgb, pixels);
    Picture expected = new Picture(inks.width(), inks.height(), PixelLayout.RGB, rgb);
    Picture actual =
        Picture.of(new TiffDecoder(TestedLibrary.ALL), TiffFixture.file(file + ".tif"));
    assertTrue(
        largestDifference(expected, actual) <= 1, () -> "" + largestDifference(expected, actual));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          LOSSLESS
              + """
              rgb-jpeg-ycbcr-tiles,     rgb
              rgb-jpeg-ycbcr-strips,    rgb
              rgb-jpeg-planar,          rgb
              gray-jpeg-tiles,          gray
              cmyk-jpeg-tiles,          rgb
              rgba16-associated-tiles,  rgba
              """)
  void anyRegionIsTheCropOfTheWhole(String file, String reference) throws IOException {
    Random random = new Random(file.hashCode());
    try (DecodedImage image = TiffFixture.open(file + ".tif")) {
      Dimensions size = image.facts().storedSize();
      Picture whole = Picture.of(image.rows(0, size.whole()));
      for (int i = 0; i < 12; i++) {
        int x = random.nextInt(size.width());
        int y = random.nextInt(size.height());
        int width = 1 + random.nextInt(size.width() - x);
        int height = 1 + random.nextInt(size.height() - y);
        Rectangle region = new Rectangle(x, y, width, height);
        assertEquals(whole.part(region), Picture.of(image.rows(0, region)), region::toString);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          LOSSLESS
              + """
              rgb-jpeg-ycbcr-tiles,     rgb-jpeg-ycbcr-tiles
              rgb-jpeg-ycbcr-strips,    rgb-jpeg-ycbcr-strips
              rgb-jpeg-planar,          rgb-jpeg-planar
              """)
  void littleMemoryGivesTheSamePixels(String file, String reference) throws IOException {
    BytesContent content = new BytesContent(TiffFixture.file(file + ".tif"));
    Page page = TiffIndex.read(content, 1).pages().getFirst();
    TiffRows rows =
        new TiffRows(
            new SegmentReader(content, page, 1, TestedLibrary.ALL),
            new PixelConversion(page.interpretation(), null),
            page,
            page.size().whole());
    assertEquals(TiffFixture.png(reference + ".png"), Picture.of(rows));
  }

  static int largestDifference(Picture a, Picture b) {
    assertEquals(a.layout(), b.layout());
    assertEquals(a.bytes().length, b.bytes().length);
    return IntStream.range(0, a.bytes().length)
        .map(i -> Math.abs((a.bytes()[i] & 0xFF) - (b.bytes()[i] & 0xFF)))
        .max()
        .orElseThrow();
  }
}
