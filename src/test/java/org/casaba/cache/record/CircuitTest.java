package org.casaba.cache.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CircuitTest {
  private Instant now = Instant.EPOCH;

  private final Circuit circuit =
      new Circuit(
          new Circuit.Words("broken: {}", "mended"),
          new Circuit.Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(3)),
          () -> now);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      circuit.failed("no answer");
    }
  }

  private void pass(int milliseconds) {
    now = now.plusMillis(milliseconds);
  }

  @Test
  void someFailuresAreBorne() {
    fail(2);
    circuit.succeeded();
    fail(2);
    assertTrue(circuit.admits());
  }

  @Test
  void afterFailuresInARowOneTrialIsMadeAfterEachPause() {
    fail(3);
    assertFalse(circuit.admits());
    pass(1000);
    assertTrue(circuit.admits());
    assertFalse(circuit.admits());
  }

  @Test
  void pausesGrowUpToABound() {
    fail(3);
    for (int pause : new int[] {1000, 2000, 3000, 3000}) {
      pass(pause - 1);
      assertFalse(circuit.admits());
      pass(1);
      assertTrue(circuit.admits());
      fail(1);
    }
    circuit.succeeded();
    assertTrue(circuit.admits());
  }

  @Test
  void failureAndRecoveryAreToldOnce() {
    try (Diary diary = new Diary()) {
      fail(20);
      circuit.succeeded();
      circuit.succeeded();
      assertEquals(2, diary.lines().size());
    }
  }
}
