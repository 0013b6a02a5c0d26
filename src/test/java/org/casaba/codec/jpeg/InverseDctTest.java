package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InverseDctTest {
  private static final int STRIDE = 11;

  @Test
  void isTheTransformOfTheStandard() {
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      int[] block = block(random, 64);
      byte[] samples = transform(block.clone(), 63);
      for (int at = 0; at < 64; at++) {
        double exact = Math.clamp(sample(block, at % 8, at / 8), 0, 255);
        assertEquals(exact, samples[at / 8 * STRIDE + at % 8] & 0xFF, 1.01);
      }
    }
  }

  /** ITU T.81 section A.3.3, and the level shift. */
  private static double sample(int[] block, int x, int y) {
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      int u = i % 8;
      int v = i / 8;
      double across = Math.cos((2 * x + 1) * u * Math.PI / 16) * (u == 0 ? Math.sqrt(0.5) : 1);
      double down = Math.cos((2 * y + 1) * v * Math.PI / 16) * (v == 0 ? Math.sqrt(0.5) : 1);
      sum += block[i] * across * down;
    }
    return sum / 4 + 128;
  }

  @Test
  void shortcutsForFewCoefficientsChangeNothing() {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      int[] corner = block(random, 4);
      assertArrayEquals(transform(corner.clone(), 63), transform(corner, 9));
      int[] flat = block(random, 1);
      assertArrayEquals(transform(flat.clone(), 63), transform(flat, 0));
    }
  }

  /** A block with something in its upper left part only. */
  private static int[] block(Random random, int part) {
    int[] block = new int[64];
    for (int i = 0; i < 64; i++) {
      if (i % 8 < part && i / 8 < part) {
        block[i] = (int) (random.nextGaussian() * 300 / (1 + i % 8 + i / 8));
      }
    }
    return block;
  }

  private static byte[] transform(int[] block, int last) {
    byte[] samples = new byte[8 * STRIDE];
    new InverseDct().transform(block, last, samples, 0, STRIDE);
    assertArrayEquals(new int[64], block);
    return samples;
  }

  /** A block of low frequencies is at a smaller size what its averages are. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void reducedTransformsAverage(int size) {
    Random random = new Random(size);
    for (int i = 0; i < 100; i++) {
      int[] block = block(random, Math.max(1, size / 2));
      Arrays.setAll(block, k -> block[k] / 4);
      byte[] full = transform(block.clone(), 63);
      byte[] reduced = new byte[size * size];
      new ReducedInverseDct().transform(size, block, reduced, 0, size);
      assertArrayEquals(new int[64], block);
      int step = 8 / size;
      for (int at = 0; at < reduced.length; at++) {
        int sum = 0;
        for (int inner = 0; inner < step * step; inner++) {
          int x = at % size * step + inner % step;
          int y = at / size * step + inner / step;
          sum += full[y * STRIDE + x] & 0xFF;
        }
        assertEquals((double) sum / (step * step), reduced[at] & 0xFF, 6);
      }
    }
  }
}
