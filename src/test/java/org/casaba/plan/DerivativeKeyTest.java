package org.casaba.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.casaba.iiif.Identifier;
import org.junit.jupiter.api.Test;

final class DerivativeKeyTest {
  private static final Identifier A = new Identifier("a");

  @Test
  void equalPartsMakeEqualKeys() {
    assertEquals(DerivativeKey.of(A, "x", 1), DerivativeKey.of(A, "x", 1));
    assertNotEquals(DerivativeKey.of(A, "x", 1), DerivativeKey.of(A, "x", 2));
    assertNotEquals(DerivativeKey.of(A, "xy", "z"), DerivativeKey.of(A, "x", "yz"));
  }

  @Test
  void allPicturesOfAnImageBeginAlike() {
    assertEquals(DerivativeKey.image(A), DerivativeKey.of(A, "x").image());
    assertEquals(DerivativeKey.image(A), DerivativeKey.of(A, "y").image());
    assertNotEquals(DerivativeKey.image(A), DerivativeKey.image(new Identifier("b")));
  }

  @Test
  void keyIsMadeOfDigests() {
    String digest = DerivativeKey.digest("x");
    assertThrows(IllegalArgumentException.class, () -> new DerivativeKey("../x", digest));
    assertThrows(IllegalArgumentException.class, () -> new DerivativeKey(digest, "X"));
  }
}
