package org.casaba.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CmykConversionTest {

  @Test
  void withoutAProfileEachInkTakesItsPartOfTheLight() {
    byte[] inks = {0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 51, 0, 102, 127};
    byte[] expected = {-1, -1, -1, 0, -1, -1, -1, 0, -1, -1, -1, 0, 0, 0, 0, 102, (byte) 128, 77};
    byte[] rgb = new byte[18];
    CmykConversion.of(Optional.empty(), false).convert(inks, rgb, 6);
    assertArrayEquals(expected, rgb);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void invertedInksGiveTheSameColors(boolean profiled) {
    Optional<byte[]> icc = profiled ? Optional.of(CmykProfile.bytes()) : Optional.empty();
    byte[] inks = new byte[4 * 500];
    new Random(5).nextBytes(inks);
    byte[] light = inks.clone();
    for (int i = 0; i < light.length; i++) {
      light[i] = (byte) ~inks[i];
    }
    byte[] expected = new byte[3 * 500];
    byte[] rgb = new byte[3 * 500];
    CmykConversion.of(icc, false).convert(inks, expected, 500);
    CmykConversion.of(icc, true).convert(light, rgb, 500);
    assertArrayEquals(expected, rgb);
  }

  @Test
  void withAProfileColorsAreThoseOfTheColorManagement() {
    byte[] profile = CmykProfile.bytes();
    ICC_ColorSpace exact = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
    CmykConversion conversion = CmykConversion.of(Optional.of(profile), false);
    Random random = new Random(3);
    double sum = 0;
    int far = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] inks = new byte[4];
      random.nextBytes(inks);
      float[] fractions = new float[4];
      for (int band = 0; band < 4; band++) {
        fractions[band] = (inks[band] & 0xFF) / 255f;
      }
      float[] expected = exact.toRGB(fractions);
      byte[] rgb = new byte[3];
      conversion.convert(inks, rgb, 1);
      for (int band = 0; band < 3; band++) {
        double difference = Math.abs(255 * expected[band] - (rgb[band] & 0xFF));
        far += difference > 4 ? 1 : 0;
        sum += difference;
      }
    }
    assertTrue(sum / 6000 < 0.5, "mean " + sum / 6000);
    assertTrue(far < 30, far + " far off");
  }

  @Test
  void profilesOfOtherKindsAndBrokenOnesCountAsNone() {
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] cut = Arrays.copyOf(CmykProfile.bytes(), 500);
    cut[2] = 1;
    cut[3] = (byte) 0xF4;
    for (byte[] profile : new byte[][] {srgb, cut, ReadBack.profile("CMYK"), new byte[0]}) {
      byte[] rgb = new byte[3];
      CmykConversion.of(Optional.of(profile), false).convert(new byte[] {-1, 0, 0, 0}, rgb, 1);
      assertArrayEquals(new byte[] {0, -1, -1}, rgb);
    }
  }
}
