package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers with different rights, in the built WAR with every cache on. */
final class DelegatesUnderCachesIT {
  private static final int THREADS = 16;
  private static final int REQUESTS = 40;
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));

  private static final List<String> CALLERS =
      List.of("nobody", "barred", "late", "capped", "half", "black", "marked", "said", "staff");

  private static final String RULES =
      """
      function who(context) {
        return context.request_headers['X-Who'];
      }
      function pre_authorize(context) {
        switch (who(context)) {
          case 'nobody': return {status_code: 401, challenge: 'Basic realm="images"'};
          case 'barred': return false;
          case 'half': return {status_code: 302, scale_numerator: 1, scale_denominator: 2};
          default: return true;
        }
      }
      function authorize(context) {
        return who(context) !== 'late';
      }
      function limits(context) {
        return who(context) === 'capped' ? {max_width: 200} : null;
      }
      function redactions(context) {
        return who(context) === 'black' ? [{x: 0, y: 0, width: 333, height: 333}] : [];
      }
      function overlay(context) {
        return who(context) === 'marked' ? {image: 'mark.png', position: 'top left'} : null;
      }
      function metadata(context) {
        return who(context) === 'said'
            ? '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>' : null;
      }
      """;

  private static final List<String> TARGETS =
      List.of(
          "3/a.png/info.json",
          "2/b.jpg/info.json",
          "3/a.png/full/max/0/default.jpg",
          "3/a.png/full/300,/0/default.png",
          "3/a.png/full/150,/0/default.jpg",
          "3/a.png/full/pct:25/90/gray.jpg",
          "3/a.png;1:2/full/150,/0/default.jpg",
          "2/a.png/full/150,/0/default.jpg",
          "3/a.png/0,0,256,256/128,/0/default.jpg",
          "3/b.jpg/0,0,256,256/max/0/default.jpg",
          "3/b.jpg/full/max/0/default.jpg",
          "3/b.jpg/full/120,/0/bitonal.png");

  private record Asked(String caller, String target) {}

  @TempDir private Path images;
  @TempDir private Path settings;

  private void draw() throws IOException {
    BufferedImage image = new BufferedImage(600, 450, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 600 * 450; i++) {
      image.setRGB(i % 600, i / 600, 0x400000 + i / 1200 * 256 + i % 600 / 3);
    }
    for (String name : List.of("a.png", "b.jpg")) {
      Path file = images.resolve(name);
      ImageIO.write(image, name.substring(2), file.toFile());
      Files.setLastModifiedTime(file, TIME);
    }
    Path overlays = Files.createDirectories(settings.resolve("overlays"));
    BufferedImage mark = new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(mark, "png", overlays.resolve("mark.png").toFile());
  }

  private ServerProcess start(Path script, String... more) throws IOException {
    List<String> lines = new ArrayList<>(List.of(more));
    lines.add("delegate.script = " + script);
    lines.add("overlay.folder = " + Files.createDirectories(settings.resolve("overlays")));
    lines.add("delegate.queue = 1000");
    lines.add("delegate.timeout = 60 s");
    lines.add("cache.derivative.directory = " + settings.resolve("kept"));
    Path file = Files.write(Files.createTempFile(settings, "casaba", ".properties"), lines);
    ServerProcess server = ServerProcess.standalone("--images=" + images, "--config=" + file);
    DelegateReady.await(server);
    return server;
  }

  private static RawRequest.Answer ask(ServerProcess server, Asked asked, String... headers)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("X-Who: " + asked.caller());
    return server.get("iiif/" + asked.target(), all.toArray(String[]::new));
  }

  /** Without what is different on two ports. */
  private static String text(ServerProcess server, RawRequest.Answer answer) {
    String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
    return text.replace(server.base().getAuthority(), "host");
  }

  private static String location(ServerProcess server, RawRequest.Answer answer) {
    return answer.header("Location").orElse("").replace(server.base().getAuthority(), "host");
  }

  @Test
  void everyCallerGetsByteForByteWhatAServerWithoutCachesGives() throws Exception {
    draw();
    Path script = Files.writeString(settings.resolve("rules.js"), RULES);
    Map<Asked, RawRequest.Answer> expected = new HashMap<>();
    ServerProcess plain = start(script, "cache.derivative.enabled = false", "pool.images = 0");
    try (plain) {
      for (String caller : CALLERS) {
        for (String target : TARGETS) {
          Asked asked = new Asked(caller, target);
          expected.put(asked, ask(plain, asked));
        }
      }
    }
    assertExpectationsDiffer(expected);
    try (ServerProcess server = start(script);
        ExecutorService clients = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> confirmed = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(i);
        confirmed.add(
            clients.submit(() -> {
              int same = 0;
              for (int n = 0; n < REQUESTS; n++) {
                same += check(server, plain, expected, random);
              }
              return same;
            }));
      }
      int same = 0;
      for (Future<Integer> each : confirmed) {
        same += each.get();
      }
      assertTrue(same > 10, "so few pictures have been confirmed: " + same);
      assertEquals("", server.complaints());
    }
  }

  private static void assertExpectationsDiffer(Map<Asked, RawRequest.Answer> expected) {
    String target = "3/a.png/full/150,/0/default.jpg";
    Set<String> tags = new HashSet<>();
    for (String caller : List.of("capped", "black", "marked", "said")) {
      RawRequest.Answer answer = expected.get(new Asked(caller, target));
      assertEquals(200, answer.status(), answer::text);
      assertTrue(tags.add(answer.header("ETag").orElseThrow()), caller);
    }
    assertFalse(tags.add(expected.get(new Asked("staff", target)).header("ETag").orElseThrow()));
    assertEquals(401, expected.get(new Asked("nobody", target)).status());
    assertEquals(403, expected.get(new Asked("barred", target)).status());
    assertEquals(403, expected.get(new Asked("late", target)).status());
    assertEquals(302, expected.get(new Asked("half", target)).status());
    String capped = expected.get(new Asked("capped", "3/a.png/info.json")).text();
    assertTrue(capped.contains("\"maxWidth\" : 200"), capped);
  }

  /** Asks for anything, perhaps with another caller's tag; answers 1 if that was confirmed. */
  private static int check(
      ServerProcess server,
      ServerProcess plain,
      Map<Asked, RawRequest.Answer> expected,
      Random random)
      throws IOException {
    String target = TARGETS.get(random.nextInt(TARGETS.size()));
    Asked asked = new Asked(CALLERS.get(random.nextInt(CALLERS.size())), target);
    Asked other = new Asked(CALLERS.get(random.nextInt(CALLERS.size())), target);
    RawRequest.Answer right = expected.get(asked);
    // Information names the server's port, and so does its tag.
    Optional<String> foreign =
        target.endsWith("info.json") ? Optional.empty() : expected.get(other).header("ETag");
    boolean conditional = foreign.isPresent() && random.nextBoolean();
    RawRequest.Answer got =
        conditional ? ask(server, asked, "If-None-Match: " + foreign.get()) : ask(server, asked);
    String what = asked + (conditional ? " with the tag of " + other.caller() : "");
    assertEquals(right.header("Cache-Control"), got.header("Cache-Control"), what);
    if (conditional && right.header("ETag").equals(foreign)) {
      assertEquals(304, got.status(), what);
      assertEquals(0, got.body().length, what);
      assertEquals(foreign, got.header("ETag"), what);
      return 1;
    }
    assertEquals(right.status(), got.status(), what);
    assertEquals(location(plain, right), location(server, got), what);
    assertEquals(right.header("Content-Type"), got.header("Content-Type"), what);
    assertEquals(text(plain, right), text(server, got), what);
    assertEquals(
        got.status() == 200 || got.status() == 302 ? "private, no-cache" : "no-store",
        got.header("Cache-Control").orElse(""),
        what);
    return 0;
  }

  private static final String SCROLL_RULES =
      """
      function limits(context) {
        return context.cookies.session === 'MEMBER' ? null : {max_width: 2000};
      }
      """;

  @Test
  void whoMayNoLongerHaveAPictureDoesNotGetTheOneThatHasBeenKept() throws Exception {
    Files.setLastModifiedTime(Scroll.write(images), TIME);
    Path script =
        Files.writeString(settings.resolve("rules.js"), SCROLL_RULES.replace("MEMBER", "anna"));
    String large = "iiif/3/scroll.tif/full/3000,/0/default.jpg";
    String max = "iiif/3/scroll.tif/full/max/0/default.jpg";
    String anna = "Cookie: session=anna";
    String berta = "Cookie: session=berta";
    try (ServerProcess server =
        start(script, "limits.too_large = redirect", "limits.max_area = 10000000")) {
      RawRequest.Answer annas = assertStory(server, anna, berta);
      Files.writeString(script, SCROLL_RULES.replace("MEMBER", "berta"));
      for (int i = 0; i < 600 && server.get(large, anna).status() == 200; i++) {
        Thread.sleep(100);
      }
      String tag = "If-None-Match: " + annas.header("ETag").orElseThrow();
      for (int i = 0; i < 5; i++) {
        assertEquals(303, server.get(large, anna, tag).status());
        assertEquals(2000, width(server.get(max, anna, tag)));
      }
      RawRequest.Answer bertas = assertStory(server, berta, anna);
      assertArrayEquals(annas.body(), bertas.body());
    }
  }

  /** Answers the large picture of the member. */
  private static RawRequest.Answer assertStory(ServerProcess server, String member, String other)
      throws IOException {
    String large = "iiif/3/scroll.tif/full/3000,/0/default.jpg";
    String max = "iiif/3/scroll.tif/full/max/0/default.jpg";
    RawRequest.Answer members = server.get(large, member);
    assertEquals(3000, width(members));
    for (int i = 0; i < 3; i++) {
      RawRequest.Answer elsewhere = server.get(large, other);
      assertEquals(303, elsewhere.status());
      assertEquals(server.base() + max, elsewhere.header("Location").orElse(""));
      assertEquals("private, no-cache", elsewhere.header("Cache-Control").orElse(""));
      assertEquals(2000, width(server.get(max, other)));
      assertEquals(16061, width(server.get(max, member)), 5);
      assertTrue(
          server.get("iiif/3/scroll.tif/info.json", other).text().contains("\"maxWidth\" : 2000"));
      assertArrayEquals(members.body(), server.get(large, member).body());
    }
    String tag = "If-None-Match: " + members.header("ETag").orElseThrow();
    assertEquals(304, server.get(large, member, tag).status());
    assertNotEquals(304, server.get(large, other, tag).status());
    assertNotEquals(304, server.get(max, other, tag).status());
    return members;
  }

  private static int width(RawRequest.Answer answer) throws IOException {
    assertEquals(200, answer.status(), answer::text);
    return ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth();
  }
}
