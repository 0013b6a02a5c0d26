package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.casaba.codec.BytesContent;
import org.casaba.codec.CmykProfile;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.TestedLibrary;
import org.casaba.jpeg.JpegTables;
import org.casaba.plan.ImageFacts.Coloring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which colours the components of a file are taken for. */
final class JpegColorsTest {
  private static final JpegDecoder DECODER = new JpegDecoder(TestedLibrary.JPEG);
  private static final byte[] ADOBE_NONE = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};

  @Test
  void grayIsGray() throws IOException {
    byte[] file = JpegFile.of().write(JpegFile.waves(9, 9, PixelLayout.GRAY));
    try (DecodedImage image = open(file)) {
      assertEquals(Coloring.GRAY, image.facts().coloring());
    }
    assertEquals(PixelLayout.GRAY, Picture.of(DECODER, file).layout());
  }

  /** Three components with whatever tells their meaning, and what they mean. */
  @ParameterizedTest
  @CsvSource({
    "true,  -1, 1 2 3, true",
    "true,   0, 1 2 3, true",
    "false, -1, 1 2 3, true",
    "false, -1, 0 1 2, true",
    "false, -1, 82 71 66, false",
    "true,  -1, 82 71 66, true",
    "false,  0, 1 2 3, false",
    "false,  1, 82 71 66, true",
    "false,  7, 1 2 3, true",
  })
  void threeComponentsAreWhatMarkersAndIdsSay(boolean jfif, int adobe, String ids, boolean luma)
      throws IOException {
    byte[] file = JpegFile.of(1, 1, 1, 1, 1, 1).write(JpegFile.waves(24, 24, PixelLayout.RGB));
    Picture rgb = Picture.of(DECODER, file);
    if (!jfif) {
      file = JpegFile.without(file, Set.of(JpegFile.APP0));
    }
    if (adobe >= 0) {
      byte[] parameters = ADOBE_NONE.clone();
      parameters[11] = (byte) adobe;
      file = JpegFile.withSegment(file, JpegFile.APP14, parameters);
    }
    setIds(file, ids.split(" "));
    assertEquals(luma, rgb.equals(Picture.of(DECODER, file)));
  }

  private static void setIds(byte[] file, String[] ids) {
    int frame = JpegFile.find(file, JpegFile.SOF0);
    int scan = JpegFile.find(file, JpegFile.SOS);
    for (int i = 0; i < 3; i++) {
      file[frame + 10 + 3 * i] = Byte.parseByte(ids[i]);
      file[scan + 5 + 2 * i] = Byte.parseByte(ids[i]);
    }
  }

  @Test
  void inksOfAdobeAreReadAsTheLightTheyLeave() throws IOException {
    byte[] file = JpegDecoderTest.file("cmyk-adobe");
    Picture read = Picture.of(DECODER, file);
    assertEquals(PixelLayout.RGB, read.layout());
    assertTrue(read.meanDifference(JpegDecoderTest.png("cmyk-adobe")) < 2.5);
    try (DecodedImage image = open(file)) {
      assertEquals(Coloring.COLOR, image.facts().coloring());
      assertEquals(Optional.empty(), image.iccProfile());
    }
  }

  @Test
  void inksWithoutAdobeAreNotInverted() throws IOException {
    byte[] adobe = JpegDecoderTest.file("cmyk-adobe");
    byte[] plain = JpegFile.without(adobe, Set.of(JpegFile.APP14));
    JpegTile tile = JpegTile.open(plain, JpegTables.NONE, ColorTransform.NONE);
    byte[] cmyk = new byte[4 * tile.size().width()];
    try (BandRows rows = tile.bands(tile.size().whole())) {
      rows.next(cmyk);
    }
    byte[] expected = new byte[3 * tile.size().width()];
    for (int i = 0; i < tile.size().width(); i++) {
      int k = 255 - (cmyk[4 * i + 3] & 0xFF);
      for (int band = 0; band < 3; band++) {
        expected[3 * i + band] = (byte) (((255 - (cmyk[4 * i + band] & 0xFF)) * k + 127) / 255);
      }
    }
    byte[] row = new byte[3 * tile.size().width()];
    try (DecodedImage image = open(plain);
        var rows = image.rows(0, image.facts().storedSize().whole())) {
      rows.next(row);
    }
    assertArrayEquals(expected, row);
  }

  @Test
  void inksWithAProfileGoThroughIt() throws IOException {
    byte[] plain = JpegDecoderTest.file("cmyk-adobe");
    byte[] profiled =
        JpegFile.withSegment(plain, JpegFile.APP2, JpegFile.iccPart(1, 1, CmykProfile.bytes()));
    Picture inSrgb = Picture.of(DECODER, profiled);
    assertTrue(inSrgb.meanDifference(Picture.of(DECODER, plain)) > 5);
    try (DecodedImage image = open(profiled)) {
      assertEquals(Optional.empty(), image.iccProfile());
    }
  }

  @Test
  void aUselessProfileOfInksCountsAsNone() throws IOException {
    byte[] plain = JpegDecoderTest.file("cmyk-adobe");
    byte[] profiled =
        JpegFile.withSegment(
            plain, JpegFile.APP2, JpegFile.iccPart(1, 1, ReadBack.profile("CMYK")));
    assertEquals(Picture.of(DECODER, plain), Picture.of(DECODER, profiled));
  }

  private static DecodedImage open(byte[] file) throws IOException {
    return DECODER.open(new BytesContent(file));
  }
}
