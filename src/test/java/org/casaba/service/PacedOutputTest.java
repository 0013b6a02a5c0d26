package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that takes its time, told by a clock that only it moves. */
final class PacedOutputTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private long now;

  private PacedOutput to(int bytesASecond, int leastPace, boolean crowded) {
    OutputStream client =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            now += SECOND * length / bytesASecond;
            taken.write(bytes, offset, length);
          }
        };
    return new PacedOutput(client, leastPace, () -> crowded, () -> now);
  }

  @Test
  void allBytesArriveInOrder() throws IOException {
    byte[] bytes = new byte[100_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 >> 3);
    }
    try (PacedOutput out = to(1_000_000, 1, true)) {
      out.write(bytes[0]);
      out.write(bytes, 1, 70_000);
      out.write(bytes, 70_001, 29_999);
    }
    assertArrayEquals(bytes, taken.toByteArray());
  }

  @Test
  void whoIsSlowWhileOthersWaitIsBrokenOffAfterAMinute() {
    PacedOutput out = to(1000, 1001, true);
    assertThrows(SlowClientException.class, () -> out.write(new byte[1_000_000]));
    assertEquals(60 + 5, now / SECOND, 6);
  }

  @Test
  void whoIsFastEnoughIsNot() throws IOException {
    PacedOutput out = to(1001, 1000, true);
    out.write(new byte[1_000_000]);
    assertEquals(1_000_000, taken.size());
  }

  @Test
  void whoIsAloneMayTakeItsTime() throws IOException {
    PacedOutput out = to(100, 1000, false);
    out.write(new byte[100_000]);
    assertEquals(100_000, taken.size());
  }

  @Test
  void timeSpentOnDrawingDoesNotCount() throws IOException {
    PacedOutput out = to(100_000, 1000, true);
    for (int i = 0; i < 100; i++) {
      now += 3600 * SECOND;
      out.write(new byte[1000]);
    }
    assertEquals(100_000, taken.size());
  }
}
