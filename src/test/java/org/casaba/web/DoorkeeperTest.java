package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who is refused is told of, but not so often that the log is flooded. */
final class DoorkeeperTest {
  private long now = Long.MAX_VALUE - 5;

  @Test
  void thereIsOneLineASecond() {
    Doorkeeper doorkeeper = new Doorkeeper(() -> now);
    assertTrue(doorkeeper.refused("192.0.2.1"));
    assertFalse(doorkeeper.refused("192.0.2.1"));
    now += 999_999_999;
    assertFalse(doorkeeper.refused("192.0.2.2"));
    now += 1;
    assertTrue(doorkeeper.refused("192.0.2.2"));
  }
}
