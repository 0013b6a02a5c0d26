package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the log tells of times in which more is asked for than can be drawn. */
final class OverloadTest {
  private static LaneState lane(int running, int waiting, long megabytes, long crowded, long late) {
    return new LaneState(running, waiting, megabytes << 20, crowded, late, 8, 256 << 20);
  }

  @Test
  void theBeginIsASentenceWithSizesInMegabytes() {
    assertEquals(
        "More pictures are asked for than can be drawn; requests that find too many waiting, or"
            + " wait too long, are answered with 503. Large pictures: 8 of 8 being drawn, 32"
            + " waiting, 120 of 256 MB of memory taken; tiles: 1 of 8 being drawn, 0 waiting, 2 of"
            + " 256 MB of memory taken",
        Overload.begun(new Admission.State(lane(1, 0, 2, 0, 0), lane(8, 32, 120, 1, 0))));
  }

  @Test
  void theEndTellsWhatWasTurnedAwaySinceTheBegin() {
    assertEquals(
        "All that is asked for can be drawn again. In 42 s 1,205 requests were answered with 503:"
            + " 1,200 at once, 5 after they had waited",
        Overload.ended(
            Duration.ofSeconds(42),
            new Admission.State(lane(0, 0, 0, 10, 1), lane(0, 0, 0, 10, 1)),
            new Admission.State(lane(0, 0, 0, 15, 1), lane(0, 0, 0, 1205, 6))));
  }
}
