package org.casaba.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ForwardDctTest {

  @Test
  void isTheTransformOfTheStandardEightTimesAsLarge() {
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      int[] samples = random.ints(64, -128, 128).toArray();
      int[] block = samples.clone();
      ForwardDct.transform(block);
      for (int v = 0; v < 8; v++) {
        for (int u = 0; u < 8; u++) {
          assertEquals(8 * coefficient(samples, u, v), block[8 * v + u], 2.5);
        }
      }
    }
  }

  /** ITU T.81 section A.3.3. */
  private static double coefficient(int[] samples, int u, int v) {
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      double across = Math.cos((2 * (i % 8) + 1) * u * Math.PI / 16);
      double down = Math.cos((2 * (i / 8) + 1) * v * Math.PI / 16);
      sum += samples[i] * across * down;
    }
    double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1);
    return sum * scale / 4;
  }

  @Test
  void noCoefficientIsLargerThanTheTablesHaveCodesFor() {
    for (int v = 0; v < 8; v++) {
      for (int u = 0; u < 8; u++) {
        int[] block = new int[64];
        for (int i = 0; i < 64; i++) {
          double across = Math.cos((2 * (i % 8) + 1) * u * Math.PI / 16);
          double down = Math.cos((2 * (i / 8) + 1) * v * Math.PI / 16);
          block[i] = across * down > 0 ? 127 : -128;
        }
        ForwardDct.transform(block);
        assertTrue(Math.abs(block[8 * v + u]) <= 8 * 1023, u + ", " + v);
      }
    }
  }
}
