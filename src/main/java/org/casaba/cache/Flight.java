package org.casaba.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A picture that one makes and others wait for. */
final class Flight {

  /** How it ended. */
  sealed interface Landing {}

  /** The picture, not to be changed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Whole(byte[] picture) implements Landing {}

  /** It is not to be had from here: it is too large, or takes too long. */
  record Elsewhere() implements Landing {}

  /** It could not be made. */
  record Failed(Throwable reason) implements Landing {}

  private final CompletableFuture<Landing> landing = new CompletableFuture<>();

  /** Tells those who wait; only the first time counts. */
  void land(Landing how) {
    landing.complete(how);
  }

  /** Waits for the end, though not for ever. */
  Landing await(Duration patience) throws InterruptedException {
    try {
      return landing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Elsewhere();
    } catch (ExecutionException e) {
      return new Failed(e);
    }
  }
}
