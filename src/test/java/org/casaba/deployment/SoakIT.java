package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the built WAR grows when it is asked for everything at once for a while: with a small
 * heap, all caches, a script that is loaded anew, images that change, and clients that break off.
 * Takes what {@code -Dsoak.duration=30m} says, else as long as a build can wait.
 */
@EnabledOnOs(OS.LINUX) // the system is asked what the process holds
final class SoakIT {
  private static final int CLIENTS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration SHORT = Duration.ofSeconds(20);

  private static final List<String> JAVA =
      List.of(
          "-Xms160m",
          "-Xmx160m",
          "-XX:+AlwaysPreTouch",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "-XX:-UseDynamicNumberOfGCThreads");

  /** Little room, so that it is full before the measuring begins; few places, so that some wait. */
  private static final List<String> SETTINGS =
      List.of(
          "limits.max_area = 100000000",
          "cache.derivative.heap = 2M",
          "cache.derivative.disk = 8M",
          "admission.large = 1",
          "admission.large_wait = 20 ms",
          "delegate.pool = 4",
          "delegate.timeout = 30 s",
          "delegate.queue = 1000");

  @TempDir private Path images;
  @TempDir private Path settings;

  @Test
  void nothingGrowsHoweverLongItIsAsked() throws Exception {
    SoakImages pictures = new SoakImages(images, settings.resolve("rules.js"));
    pictures.prepare();
    try (ServerProcess server = start(pictures.script())) {
      DelegateReady.await(server);
      Map<Integer, Integer> answers = soak(server, pictures, WARM_UP);
      ProcessFigures before = ProcessFigures.atRest(server);
      System.out.println("After " + WARM_UP + ": " + before + " " + answers);
      answers = soak(server, pictures, duration());
      ProcessFigures after = ProcessFigures.atRest(server);
      System.out.println("After " + duration() + " more: " + after + " " + answers);
      for (int status : List.of(200, 304, 303, 400, 403, 404, 405, 503)) {
        assertTrue(answers.getOrDefault(status, 0) > 0, status + " is missing in " + answers);
      }
      String threads = server.threads();
      assertEquals(List.of(), after.growthSince(before), () -> threads + server.log());
      server.stop();
      assertEquals("", server.complaints());
    }
  }

  /** As long as the property says: 90s, 30m, 1h. */
  private static Duration duration() {
    String asked = System.getProperty("soak.duration", "");
    return asked.isEmpty() ? SHORT : Duration.parse("PT" + asked.toUpperCase(Locale.ROOT));
  }

  private ServerProcess start(Path script) throws IOException {
    List<String> lines = new ArrayList<>(SETTINGS);
    lines.add("delegate.script = " + script);
    lines.add("cache.derivative.directory = " + settings.resolve("kept"));
    Path file = Files.write(settings.resolve("casaba.properties"), lines);
    int port = ServerProcess.freePort();
    ProcessBuilder command =
        StandaloneCommand.DEFAULT.with("--images=" + images, "--config=" + file, "--port=" + port);
    command.environment().put("JDK_JAVA_OPTIONS", String.join(" ", JAVA));
    // The C library would give each thread a heap of its own, and keep what was freed in it.
    command.environment().put("MALLOC_ARENA_MAX", "2");
    return ServerProcess.start(command, URI.create(ServerProcess.ORIGIN + port + "/"));
  }

  /** Answers how often there was which status. */
  private static Map<Integer, Integer> soak(
      ServerProcess server, SoakImages pictures, Duration time) throws Exception {
    Instant end = Instant.now().plus(time);
    Map<Integer, Integer> answers = new TreeMap<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(CLIENTS + 1)) {
      List<Future<Map<Integer, Integer>>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        SoakClient client = new SoakClient(server, i);
        all.add(workers.submit(() -> client.ask(end)));
      }
      Future<?> changes = workers.submit(() -> pictures.change(end));
      for (Future<Map<Integer, Integer>> each : all) {
        each.get().forEach((status, count) -> answers.merge(status, count, Integer::sum));
      }
      changes.get();
    }
    return answers;
  }
}
