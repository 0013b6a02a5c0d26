package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The WAR deployed again and again in a running Tomcat, with scripts in both languages at work. */
final class RedeployIT {
  private static final int TIMES = 10;
  private static final String LOADER = "org.apache.catalina.loader.ParallelWebappClassLoader";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  static List<TomcatInstallation> tomcats() {
    return TomcatInstallation.all();
  }

  @ParameterizedTest
  @MethodSource("tomcats")
  void leavesAtMostOneOldClassLoader(TomcatInstallation tomcat) throws IOException {
    Map<String, Path> applications =
        Map.of(
            "javascript",
            configuration("js", "function limits(context) { return {max_width: 50}; }\n"),
            "python",
            configuration("py", "def limits(context):\n    return {'max_width': 50}\n"));
    TomcatInstallation.Redeployable running =
        tomcat.startSeveral(applications, TestImages.folder());
    try (ServerProcess server = running.server()) {
      for (String each : running.applications()) {
        awaitScript(server, each);
      }
      for (int i = 1; i <= TIMES; i++) {
        String each = running.applications().get(i % applications.size());
        int starts = starts(server);
        running.redeploy(each);
        awaitStart(server, starts);
        awaitScript(server, each);
        if (i % (TIMES / 2) == 0) {
          assertTrue(settled(server, applications.size()) <= 1, "after " + i + " times");
        }
      }
      server.stop();
      assertEquals(List.of(), server.log().lines().filter(l -> l.contains("memory leak")).toList());
    }
  }

  /**
   * How many old class loaders there are when there is nothing more to be let go of: what has just
   * been replaced may be on its way out for some seconds.
   */
  private static int settled(ServerProcess server, int current) throws IOException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    int old = server.alive(LOADER) - current;
    while (old > 1 && Instant.now().isBefore(deadline)) {
      pause();
      old = server.alive(LOADER) - current;
    }
    return old;
  }

  private Path configuration(String language, String text) throws IOException {
    Path script = Files.writeString(folder.resolve("delegates." + language), text);
    return Files.writeString(
        folder.resolve(language + ".properties"),
        """
        delegate.script = %s
        cache.record = directory
        cache.record.directory = %s
        """
            .formatted(script, folder.resolve("record")));
  }

  private static int starts(ServerProcess server) {
    return (int) server.log().lines().filter(l -> l.matches(".*Casaba \\S+ serves .*")).count();
  }

  private static void awaitStart(ServerProcess server, int before) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (starts(server) == before) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("It is not deployed again\n" + server.log());
      }
      pause();
    }
  }

  private static void awaitScript(ServerProcess server, String application) throws IOException {
    String target = "/" + application + "/iiif/3/picture.png/info.json";
    Instant deadline = Instant.now().plus(PATIENCE);
    RawRequest.Answer answer = RawRequest.get(server.base(), target).send();
    while (answer.status() != 200) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(answer.text() + server.log());
      }
      pause();
      answer = RawRequest.get(server.base(), target).send();
    }
    assertTrue(answer.text().contains("\"maxWidth\" : 50"), answer::text);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
