package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two stories that delegates are for, in the built WAR, over HTTP. */
final class DelegateStoriesIT {
  private static final String MEMBER = "Cookie: theme=dark; session=valid";

  private static final Map<String, String> CAPPED_BY_GROUP =
      Map.of(
          "js",
          """
          function limits(context) {
            if (context.identifier.startsWith('open-')) return null;
            const member = context.cookies.session === 'valid'
                || context.request_headers['x-MEMBER'] === 'yes';
            return member ? null : {max_width: 2000};
          }
          """,
          "py",
          """
          def limits(context):
              if context.identifier.startswith('open-'):
                  return None
              member = context.cookies.get('session') == 'valid' \\
                  or context['request_headers'].get('x-MEMBER') == 'yes'
              return None if member else {'max_width': 2000}
          """);

  @TempDir private Path folder;
  @TempDir private Path httpdFolder;

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"js", "py"})
  void tooLargeRequestsAreSentToMaxWhichAnswersTheLargestWithinTheLimit(String language)
      throws IOException {
    Scroll.write(folder);
    Path script = Path.of("delegates/too-large-to-max." + language).toAbsolutePath();
    try (ServerProcess server =
        start(
            "delegate.script = " + script, "limits.max_area = 10000000", "limits.full = refuse")) {
      RawRequest.Answer full = server.get("iiif/2/scroll.tif/full/full/0/default.jpg");
      assertTrue(List.of(301, 302, 303, 307, 308).contains(full.status()), full::text);
      String max = server.base() + "iiif/2/scroll.tif/full/max/0/default.jpg";
      assertEquals(max, full.header("Location").orElse(""));
      BufferedImage picture = picture(server.get("iiif/2/scroll.tif/full/max/0/default.jpg"));
      assertEquals(16061, picture.getWidth(), 5);
      assertEquals(622, picture.getHeight(), 1);
      assertTrue((long) picture.getWidth() * picture.getHeight() <= 10_000_000);
      for (int version = 2; version <= 3; version++) {
        JsonNode info = information(server.get("iiif/" + version + "/scroll.tif/info.json"));
        JsonNode limits = version == 2 ? info.path("profile").path(1) : info;
        assertEquals(10_000_000, limits.path("maxArea").asLong());
        assertFalse(info.path("sizes").isEmpty());
        for (JsonNode size : info.path("sizes")) {
          assertTrue(size.path("width").asLong() * size.path("height").asLong() <= 10_000_000);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"js", "py"})
  void everybodySeesAndGetsWhatIsTheirsThroughASharedProxyCache(String language)
      throws IOException {
    assumeTrue(HttpdProcess.isInstalled(), "needs httpd: apt-get install apache2-bin");
    Scroll.write(folder);
    Files.copy(folder.resolve("scroll.tif"), folder.resolve("open-scroll.tif"));
    Path script = folder.resolve("delegates." + language);
    Files.writeString(script, CAPPED_BY_GROUP.get(language));
    try (ServerProcess server = start("delegate.script = " + script);
        HttpdProcess httpd = HttpdProcess.start(server.base(), httpdFolder)) {
      for (int round = 0; round < 3; round++) {
        assertCapped(httpd);
        assertUncapped(httpd, MEMBER);
        assertCapped(httpd, "Cookie: session=forged");
        assertUncapped(httpd, "X-Member: yes");
      }
      assertEquals(200, httpd.get("iiif/3/open-scroll.tif/info.json").status());
      // The proxy may still be writing down what it has already passed on.
      assertTrue(
          IntStream.range(0, 50).anyMatch(i -> isKept(httpd, "iiif/3/open-scroll.tif/info.json")));
    }
  }

  private static boolean isKept(HttpdProcess httpd, String target) {
    try {
      return httpd.get(target, MEMBER).header("X-Cache").orElse("").startsWith("HIT");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertCapped(HttpdProcess httpd, String... caller) throws IOException {
    JsonNode info = information(httpd.get("iiif/3/scroll.tif/info.json", caller));
    assertEquals(2000, info.path("maxWidth").asInt());
    for (JsonNode size : info.path("sizes")) {
      assertTrue(size.path("width").asInt() <= 2000);
    }
    JsonNode old = information(httpd.get("iiif/2/scroll.tif/info.json", caller));
    assertEquals(2000, old.path("profile").path(1).path("maxWidth").asInt());
    RawRequest.Answer max = httpd.get("iiif/3/scroll.tif/full/max/0/default.jpg", caller);
    assertEquals("private, no-cache", max.header("Cache-Control").orElse(""));
    assertEquals(2000, picture(max).getWidth());
    assertEquals(400, httpd.get("iiif/3/scroll.tif/full/2500,/0/default.jpg", caller).status());
    assertEquals(200, httpd.get("iiif/3/scroll.tif/full/2000,/0/default.jpg", caller).status());
  }

  private void assertUncapped(HttpdProcess httpd, String caller) throws IOException {
    JsonNode info = information(httpd.get("iiif/3/scroll.tif/info.json", caller));
    assertTrue(info.path("maxWidth").isMissingNode(), info::toString);
    assertEquals(
        2500, picture(httpd.get("iiif/3/scroll.tif/full/2500,/0/default.jpg", caller)).getWidth());
  }

  @Test
  void anotherCallersPictureIsNotConfirmedAsUnchanged() throws IOException {
    Scroll.write(folder);
    Path script = Files.writeString(folder.resolve("delegates.js"), CAPPED_BY_GROUP.get("js"));
    String target = "iiif/3/scroll.tif/full/max/0/default.jpg";
    try (ServerProcess server =
        start("delegate.script = " + script, "limits.max_area = 10000000")) {
      RawRequest.Answer large = server.get(target, MEMBER);
      assertTrue(picture(large).getWidth() > 2000);
      String tag = "If-None-Match: " + large.header("ETag").orElseThrow();
      assertEquals(304, server.get(target, MEMBER, tag).status());
      assertEquals(200, server.get(target, tag).status());
    }
  }

  private ServerProcess start(String... settings) throws IOException {
    Path file = folder.resolve("casaba.properties");
    Files.writeString(file, String.join("\n", settings));
    ServerProcess server = ServerProcess.standalone("--images=" + folder, "--config=" + file);
    DelegateReady.await(server);
    return server;
  }

  private JsonNode information(RawRequest.Answer answer) throws IOException {
    assertEquals(200, answer.status(), answer::text);
    return json.readTree(answer.text());
  }

  private static BufferedImage picture(RawRequest.Answer answer) throws IOException {
    assertEquals(200, answer.status(), answer::text);
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }
}
