package org.casaba.deployment;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Waits for a server's delegate script, which is loaded in the background. */
final class DelegateReady {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private DelegateReady() {}

  /**
   * Returns when the server is well.
   *
   * @throws IllegalStateException if it is not after two minutes; the message holds its log
   */
  static void await(ServerProcess server) throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (server.get("health").status() != 200) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(server.get("health").text() + server.log());
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
