package org.casaba.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.casaba.geometry.Dimensions;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  private static final Dimensions IMAGE = new Dimensions(6000, 4000);

  @Test
  void heightAloneGetsTheWidthOfTheImageBeside() {
    assertEquals(new Limits(6000, 1000, Long.MAX_VALUE), Limits.of(0, 1000, 0).announceable(IMAGE));
  }

  @Test
  void othersStayAsTheyAre() {
    for (Limits limits :
        new Limits[] {Limits.NONE, Limits.of(7000, 0, 0), Limits.of(5, 6, 7), Limits.of(0, 0, 9)}) {
      assertSame(limits, limits.announceable(IMAGE));
    }
  }
}
