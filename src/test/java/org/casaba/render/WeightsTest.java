package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.casaba.render.RenderSettings.Filter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WeightsTest {

  @ParameterizedTest
  @EnumSource
  void runsLieInThePictureGoForwardsAndAddUpToOne(Filter filter) {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      int limit = 1 + random.nextInt(300);
      double start = random.nextInt(4) == 0 ? 0 : random.nextDouble() * (limit - 1e-3);
      double length = random.nextInt(4) == 0 ? limit - start : random.nextDouble() * limit / 2;
      Axis axis = new Axis(start, Math.max(1e-3, length), limit, 1 + random.nextInt(400));
      assertSound(new Weights(axis, Kernel.of(filter)), axis);
    }
  }

  private static void assertSound(Weights weights, Axis axis) {
    assertTrue(weights.from() >= 0 && weights.from() + weights.inputs() <= axis.limit());
    int longest = 0;
    for (int i = 0; i < axis.outputs(); i++) {
      float sum = 0;
      for (int s = weights.first(i); s < weights.until(i); s++) {
        sum += weights.weight(i, s);
      }
      assertEquals(1, sum, 1e-5, axis::toString);
      longest = Math.max(longest, weights.until(i) - weights.first(i));
      if (i > 0) {
        assertTrue(weights.first(i - 1) <= weights.first(i), axis::toString);
        assertTrue(weights.until(i - 1) <= weights.until(i), axis::toString);
      }
    }
    assertEquals(longest, weights.longestRun());
    assertEquals(mostShared(weights), weights.mostShared());
  }

  private static int mostShared(Weights weights) {
    int[] shared = new int[weights.inputs()];
    for (int i = 0; i < weights.outputs(); i++) {
      for (int s = weights.first(i); s < weights.until(i); s++) {
        shared[s]++;
      }
    }
    return java.util.Arrays.stream(shared).max().orElseThrow();
  }
}
