package org.casaba.pyramid.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.casaba.codec.DamagedImageException;
import org.casaba.pyramid.UnwritableException;
import org.casaba.pyramid.store.Failure.Prospect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has failed, and when it is tried again. */
final class FailuresTest {
  private Instant now = Instant.parse("2024-02-29T12:00:00Z");
  private final Failures failures = new Failures(() -> now);

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void whatFailedForNowIsTriedAgainAfterTenMinutesAndThenLessOften() {
    Failure full = Failure.of(new UnwritableException(new IOException("No space left on device")));
    int[] delays = {10, 20, 40, 60, 60};
    for (int delay : delays) {
      failures.add("x", full);
      pass(Duration.ofMinutes(delay).minusSeconds(1));
      assertTrue(failures.areFresh("x"), delay + " minutes");
      pass(Duration.ofSeconds(1));
      assertFalse(failures.areFresh("x"), delay + " minutes");
    }
  }

  @Test
  void whatLiesInTheImageIsNotTriedAgain() {
    failures.add("x", Failure.of(new DamagedImageException("It ends early")));
    pass(Duration.ofDays(1000));
    assertTrue(failures.areFresh("x"));
    assertFalse(failures.areFresh("y"));
  }

  @Test
  void theSameIsNewsOnce() {
    Failure first = new Failure(Prospect.LATER, "the disk is full");
    assertTrue(failures.add("x", first));
    assertFalse(failures.add("x", first));
    assertTrue(failures.add("x", new Failure(Prospect.LATER, "permission is denied")));
    assertTrue(failures.add("y", first));
    assertTrue(failures.remove("x"));
    assertFalse(failures.areFresh("x"));
    assertFalse(failures.remove("x"));
  }

  @ParameterizedTest
  @CsvSource({
    "java.nio.file.NoSuchFileException,SOON",
    "java.nio.file.AccessDeniedException,LATER",
    "java.nio.file.FileSystemException,LATER",
    "java.io.EOFException,NEVER",
    "org.casaba.codec.UnsupportedImageException,NEVER",
    "java.lang.OutOfMemoryError,LATER",
    "java.lang.IllegalStateException,NEVER"
  })
  void eachFailureHasItsProspectAndNoNameOfAClass(Class<? extends Throwable> type, Prospect then)
      throws ReflectiveOperationException {
    Failure failure = Failure.of(type.getConstructor(String.class).newInstance("a"));
    assertTrue(failure.prospect() == then, failure::toString);
    assertFalse(failure.reason().contains("Exception"), failure::toString);
    assertFalse(failure.reason().contains("Error"), failure::toString);
  }
}
