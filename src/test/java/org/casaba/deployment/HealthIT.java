package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /health} tells of a server that answers, but not as it should. */
final class HealthIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void aScriptThatCannotTakeOverLeavesTheServerDegraded() throws Exception {
    Path script =
        Files.writeString(folder.resolve("d.js"), "function authorize() { return true; }");
    Path settings = Files.writeString(folder.resolve("p"), "delegate.script = " + script);
    String image = "iiif/3/picture.png/full/max/0/default.jpg";
    try (ServerProcess server =
        ServerProcess.standalone("--images=" + TestImages.folder(), "--config=" + settings)) {
      DelegateReady.await(server);
      Files.writeString(script, "function authorize( { return tru");
      RawRequest.Answer health = awaitChange(server);
      assertEquals(200, health.status());
      assertTrue(health.text().contains("\"status\":\"degraded\""), health.text());
      assertTrue(health.text().contains("\"problems\":["), health.text());
      assertEquals(200, server.get(image).status());
    }
  }

  private static RawRequest.Answer awaitChange(ServerProcess server)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    RawRequest.Answer health = server.get("health");
    while (health.text().contains("\"ok\"") && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      health = server.get("health");
    }
    return health;
  }
}
