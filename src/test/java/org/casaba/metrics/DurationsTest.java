package org.casaba.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Percentiles from counts by steps, beside those of the times themselves. */
final class DurationsTest {
  private static double quantile(double part, long... nanos) {
    Durations durations = new Durations();
    LongStream.of(nanos).forEach(durations::add);
    double[] counts = new double[Durations.STEPS];
    Arrays.setAll(counts, durations::count);
    return Durations.quantile(part, counts);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.9, 0.95, 0.99})
  void percentilesAreNearThoseOfTheTimes(double part) {
    long[] nanos =
        new Random(5).doubles(10_000).mapToLong(d -> (long) (Math.exp(d * 10) * 1e6)).toArray();
    double found = quantile(part, nanos);
    Arrays.sort(nanos);
    double exact = nanos[(int) (part * nanos.length)] / 1e9;
    assertEquals(1, found / exact, 0.2);
  }

  @Test
  void ofNothingThereIsNone() {
    assertTrue(Double.isNaN(quantile(0.5)));
  }

  @Test
  void extremesStayWithinTheSteps() {
    assertEquals(60, quantile(0.5, Long.MAX_VALUE));
    assertTrue(quantile(0.5, 0) <= 0.0002);
    assertEquals(0.001, quantile(1, 1_000_000), 1e-12);
  }
}
