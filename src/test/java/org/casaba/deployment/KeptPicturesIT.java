package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.casaba.metrics.PrometheusText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures that the built WAR keeps. Whether one has been kept shows when the image is changed in a
 * way that no server notices: another gray in a file of the same size and time.
 */
final class KeptPicturesIT {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
  private static final String TARGET = "iiif/3/a.bmp/full/300,/0/default.png";
  private static final String ONLY_MEMORY = "Derivatives are kept in memory only";

  @TempDir private Path images;
  @TempDir private Path settings;
  private Path kept;

  @BeforeEach
  void prepare() throws IOException {
    kept = settings.resolve("kept");
    put(50);
  }

  private void put(int gray) throws IOException {
    BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1200 * 900; i++) {
      image.setRGB(i % 1200, i / 1200, 0x010101 * gray);
    }
    Path file = images.resolve("a.bmp");
    ImageIO.write(image, "bmp", file.toFile());
    Files.setLastModifiedTime(file, TIME);
  }

  private ServerProcess start(String... more) throws IOException {
    List<String> lines = new ArrayList<>(List.of(more));
    lines.add("cache.derivative.directory = " + kept);
    Path file = Files.write(Files.createTempFile(settings, "casaba", ".properties"), lines);
    ServerProcess server = ServerProcess.standalone("--images=" + images, "--config=" + file);
    DelegateReady.await(server);
    return server;
  }

  private static int gray(ServerProcess server, String target) throws IOException {
    RawRequest.Answer answer = server.get(target);
    assertEquals(200, answer.status(), answer::text);
    assertEquals("" + answer.body().length, answer.header("Content-Length").orElse(""));
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(answer.body()));
    return shown.getRaster().getSample(0, 0, 0);
  }

  /** Has the picture made and kept, and changes the image then. */
  private void keep(ServerProcess server, int gray) throws IOException {
    awaitKeeping(server);
    put(gray);
    assertEquals(gray, gray(server, TARGET));
    put(gray + 100);
    assertEquals(gray, gray(server, TARGET));
  }

  /** At the start the disk may not be open yet. */
  private void awaitKeeping(ServerProcess server) throws IOException {
    for (int i = 100; i < 200; i++) {
      String probe = "iiif/3/a.bmp/full/" + i + ",/0/default.png";
      put(10);
      gray(server, probe);
      put(20);
      if (gray(server, probe) == 10) {
        return;
      }
      pause();
    }
    throw new IllegalStateException("Nothing is kept\n" + server.log());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void orderlyRestartFindsThemAndAChangedImageIsNoticed() throws IOException {
    try (ServerProcess server = start()) {
      keep(server, 50);
      server.stop();
      assertEquals("", server.complaints());
    }
    try (ServerProcess server = start()) {
      awaitKeeping(server);
      assertEquals(50, gray(server, TARGET));
      put(70);
      Files.setLastModifiedTime(
          images.resolve("a.bmp"), FileTime.from(TIME.toInstant().plusSeconds(1)));
      assertEquals(70, gray(server, TARGET));
    }
  }

  @Test
  void killedServerStartsClean() throws IOException {
    try (ServerProcess server = start()) {
      keep(server, 50);
    } // closing kills it
    try (ServerProcess server = start()) {
      keep(server, 80);
      server.stop();
      assertEquals("", server.complaints());
    }
  }

  @Test
  void fileInPlaceOfTheFolderIsToldOfOnceAndHindersNobody() throws IOException {
    Files.writeString(kept, "mine");
    try (ServerProcess server = start()) {
      keep(server, 50);
      pauseForLooks();
      assertEquals(1, server.complaints().lines().count(), server::complaints);
      assertTrue(server.complaints().contains(ONLY_MEMORY), server::complaints);
    }
    assertEquals("mine", Files.readString(kept));
  }

  /** As long as it takes to look at the disk again. */
  private static void pauseForLooks() {
    for (int i = 0; i < 60; i++) {
      pause();
    }
  }

  @Test
  void secondServerOnAFolderIsToldOfOnceAndHindersNobody() throws IOException {
    try (ServerProcess first = start()) {
      keep(first, 50);
      try (ServerProcess second = start()) {
        keep(second, 60);
        pauseForLooks();
        assertEquals(1, second.complaints().lines().count(), second::complaints);
        assertTrue(second.complaints().contains(ONLY_MEMORY), second::complaints);
        first.stop();
        pauseForLooks();
        assertTrue(second.log().contains("again"), second::log);
        second.stop();
      }
      assertEquals("", first.complaints());
    }
  }

  @Test
  void hundredRequestsDrawOnce() throws Exception {
    Path logging =
        Files.writeString(
            settings.resolve("logging.properties"),
            """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            org.casaba.cache.level = FINE
            """);
    int port = ServerProcess.freePort();
    ProcessBuilder command = StandaloneCommand.DEFAULT.with("--images=" + images, "--port=" + port);
    command.environment().put("JDK_JAVA_OPTIONS", "-Djava.util.logging.config.file=" + logging);
    command.environment().put("CASABA_CACHE_DERIVATIVE_DIRECTORY", kept.toString());
    URI base = URI.create(ServerProcess.ORIGIN + port + "/");
    try (ServerProcess server = ServerProcess.start(command, base);
        ExecutorService clients = Executors.newFixedThreadPool(100)) {
      awaitKeeping(server);
      int before = made(server);
      Callable<byte[]> client = () -> server.get("iiif/3/a.bmp/full/%5E6000,/0/default.jpg").body();
      List<Future<byte[]>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(clients.submit(client));
      }
      byte[] first = all.getFirst().get();
      assertTrue(first.length > 100_000, () -> new String(first, StandardCharsets.UTF_8));
      for (Future<byte[]> each : all) {
        assertArrayEquals(first, each.get());
      }
      assertEquals(before + 1, made(server), server::log);
    }
  }

  private static int made(ServerProcess server) {
    return (int) server.log().lines().filter(l -> l.contains("has been made")).count();
  }

  @Test
  void requestsForTheSamePictureShareIt() throws IOException {
    Set<String> tags = new HashSet<>();
    try (ServerProcess server = start()) {
      awaitKeeping(server);
      long before = drawn(server);
      for (String same :
          List.of(
              "2/a.bmp/full/600,/0/default.jpg",
              "2/a.bmp/full/,450/0/color.jpg",
              "2/a.bmp/full/pct:50/360/default.jpg",
              "2/a.bmp/full/pct:50.00001/0/default.jpg",
              "2/a.bmp/full/!600,600/0/default.jpg",
              "2/a.bmp/full/600,450/0.0/default.jpg",
              "2/a.bmp/0,0,1200,900/600,/0/default.jpg",
              "2/a.bmp/0,0,5000,5000/600,/0/default.jpg",
              "2/a.bmp/pct:0,0,100,100/600,/0/default.jpg",
              "3/a.bmp/full/600,/0/default.jpg",
              "3/a.bmp/full/^600,/0/default.jpg",
              "3/a.bmp/full/pct:50.0/0/color.jpg",
              "3/a.bmp/full/!600,600/0/default.jpg",
              "3/a.bmp/full/^!600,600/0/default.jpg")) {
        RawRequest.Answer answer = server.get("iiif/" + same.replace("^", "%5E"));
        assertEquals(200, answer.status(), same);
        tags.add(answer.header("ETag").orElseThrow());
        assertEquals(1, tags.size(), same);
      }
      assertEquals(before + 1, drawn(server));
      for (String other : List.of("full/601,/0", "full/600,/180", "full/600,/!0")) {
        String tag = server.get("iiif/3/a.bmp/" + other + "/default.jpg").header("ETag").orElse("");
        assertTrue(tags.add(tag), other);
      }
      assertEquals(before + 4, drawn(server));
      // There is no end of such angles: none is kept.
      String turned = "iiif/3/a.bmp/full/600,/0.001/default.png";
      assertEquals(200, server.get(turned).status());
      assertEquals(200, server.get(turned).status());
      assertEquals(before + 6, drawn(server));
    }
  }

  private static long drawn(ServerProcess server) throws IOException {
    PrometheusText figures = PrometheusText.parse(server.get("metrics").text());
    return (long) figures.get("casaba_pictures_total{way=\"render\"}");
  }

  @Test
  void nothingOfAPersonOrAHostIsInAKey() throws IOException {
    try (ServerProcess server = start()) {
      awaitKeeping(server);
      String tag = server.get(TARGET).header("ETag").orElseThrow();
      long before = drawn(server);
      for (String header :
          List.of(
              "X-Forwarded-Host: images.example.org",
              "X-Forwarded-Proto: https",
              "X-Forwarded-Prefix: /other",
              "X-Forwarded-For: 203.0.113.9",
              "Cookie: session=anna",
              "Authorization: Basic YW5uYTpzZWNyZXQ=",
              "Accept: image/png",
              "Accept-Language: de",
              "User-Agent: viewer",
              "Referer: https://example.org/")) {
        RawRequest.Answer answer = server.get(TARGET, header);
        assertEquals(200, answer.status(), header);
        assertEquals(tag, answer.header("ETag").orElse(""), header);
      }
      assertEquals(tag, server.get(TARGET + "?x=1").header("ETag").orElse(""));
      assertEquals(before, drawn(server));
    }
  }
}
