package org.casaba.codec.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PngEncoderTest {
  private static final EncodeOptions PLAIN = new EncodeOptions(80, false, null, null);

  private final PngEncoder encoder = new PngEncoder();

  @ParameterizedTest
  @EnumSource
  void allLayoutsComeBackExactly(PixelLayout layout) throws IOException {
    for (Picture picture :
        new Picture[] {
          Picture.noise(1, 1, layout, 1),
          Picture.noise(181, 97, layout, 2),
          Picture.waves(211, 307, layout),
        }) {
      byte[] file = ReadBack.encode(encoder, picture, PLAIN);
      assertEquals(picture, ReadBack.samples(file, layout, 1));
      assertEquals(picture, Picture.of(new PngDecoder(), file));
    }
  }

  @Test
  void bitonalTakesOneBit() throws IOException {
    Picture picture = ReadBack.bitonal(109, 53);
    byte[] file = ReadBack.encode(encoder, picture, new EncodeOptions(80, true, null, null));
    assertEquals(1, file[24], "bit depth");
    assertEquals(picture, ReadBack.samples(file, PixelLayout.GRAY, 255));
    assertEquals(picture, Picture.of(new PngDecoder(), file));
  }

  @Test
  void filtersMakeSoftPicturesSmall() throws IOException {
    byte[] file = ReadBack.encode(encoder, Picture.waves(600, 400, PixelLayout.RGB), PLAIN);
    assertTrue(file.length < 600 * 400 * 3 / 3, file.length + " bytes");
  }

  @Test
  void profilesAreEmbeddedIfTheyFit() throws IOException {
    byte[] rgb = ReadBack.profile("RGB ");
    assertArrayEquals(rgb, profile(PixelLayout.RGB, rgb));
    assertArrayEquals(rgb, profile(PixelLayout.RGBA, rgb));
    assertArrayEquals(new byte[0], profile(PixelLayout.GRAY, rgb));
    byte[] gray = ReadBack.profile("GRAY");
    assertArrayEquals(gray, profile(PixelLayout.GRAY, gray));
  }

  private byte[] profile(PixelLayout layout, byte[] profile) throws IOException {
    Picture picture = Picture.noise(5, 5, layout, 1);
    byte[] file = ReadBack.encode(encoder, picture, new EncodeOptions(80, false, profile, null));
    try (DecodedImage image = new PngDecoder().open(new BytesContent(file))) {
      return image.iccProfile().orElse(new byte[0]);
    }
  }
}
