package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.TestedLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TiffEncoderTest {
  private static final EncodeOptions PLAIN = new EncodeOptions(80, false, null, null);
  private static final long ALWAYS_BIG = 0;

  @ParameterizedTest
  @CsvSource({
    "GRAY, 1, 1",
    "GRAY, 7, 131",
    "GRAY_ALPHA, 181, 97",
    "RGB, 1, 1",
    "RGB, 181, 97",
    "RGB, 1013, 503",
    "RGBA, 181, 97",
    "RGBA, 503, 1013"
  })
  void allLayoutsComeBackExactly(PixelLayout layout, int width, int height) throws IOException {
    Picture picture = Picture.noise(width, height, layout, 1);
    byte[] classic = ReadBack.encode(new TiffEncoder(), picture, PLAIN);
    assertEquals(42, classic[2]);
    assertEquals(picture, ReadBack.samples(classic, layout, 1));
    byte[] big = ReadBack.encode(new TiffEncoder(ALWAYS_BIG), picture, PLAIN);
    assertEquals(43, big[2]);
    assertEquals(
        picture,
        Picture.of(new TiffDecoder(TestedLibrary.ALL), big),
        "the JDK does not read BigTIFF");
  }

  @Test
  void bitonalTakesOneBit() throws IOException {
    Picture picture = ReadBack.bitonal(109, 530);
    byte[] file =
        ReadBack.encode(new TiffEncoder(), picture, new EncodeOptions(80, true, null, null));
    assertTrue(file.length < 109 * 530 / 6, file.length + " bytes");
    assertEquals(picture, ReadBack.samples(file, PixelLayout.GRAY, 255));
  }

  @Test
  void profilesAreEmbeddedIfTheyFit() throws IOException {
    assertEquals(1, profiles(PixelLayout.RGB, ReadBack.profile("RGB ")));
    assertEquals(0, profiles(PixelLayout.GRAY, ReadBack.profile("RGB ")));
    assertEquals(1, profiles(PixelLayout.GRAY_ALPHA, ReadBack.profile("GRAY")));
  }

  private static int profiles(PixelLayout layout, byte[] profile) throws IOException {
    Picture picture = new Picture(5, 5, layout, new byte[25 * layout.bands()]);
    EncodeOptions options = new EncodeOptions(80, false, profile, null);
    byte[] file = ReadBack.encode(new TiffEncoder(), picture, options);
    String text = new String(file, StandardCharsets.ISO_8859_1);
    assertEquals(picture, ReadBack.samples(file, layout, 1));
    return text.split("acsp", -1).length - 1;
  }
}
