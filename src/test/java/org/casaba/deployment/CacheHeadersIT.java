package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the built WAR tells clients about keeping its answers. */
final class CacheHeadersIT {
  private static final String IMAGES = "public, max-age=31536000, immutable";
  private static final String INFORMATION = "public, max-age=60, s-maxage=30";

  @TempDir private static Path folder;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("casaba.properties"),
            """
            http.cache_control = %s
            http.cache_control.information = %s
            limits.max_area = 4000
            limits.too_large = redirect
            """
                .formatted(IMAGES, INFORMATION));
    server = ServerProcess.standalone("--images=" + TestImages.folder(), "--config=" + settings);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RawRequest.Answer send(String method, String target, String... headers)
      throws IOException {
    return new RawRequest(server.base(), method, target, List.of(headers)).send();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /iiif/3/picture.png/full/0%2c/0/default.jpg, 400",
    "GET, /iiif/3/picture.png/full/max/0/default.xyz, 400",
    "GET, /iiif/3/%zz/info.json, 400",
    "GET, /iiif/3/picture.png/full/max/0/default.jp2, 400",
    "GET, /iiif/4/picture.png/info.json, 400",
    "GET, /iiif/3/missing/info.json, 404",
    "GET, /iiif/3/missing/full/max/0/default.jpg, 404",
    "POST, /iiif/3/picture.png/info.json, 405",
    "BREW, /iiif/3/picture.png/info.json, 405",
    "POST, /health, 405",
    "POST, /metrics, 405",
    "GET, /nothing, 404",
    "GET, /nothing/at/all.html, 404",
    "GET, /problem, 404",
    "GET, /WEB-INF/web.xml, 404",
    "GET, /org/casaba/x, 403",
    "PUT, /, 405",
    "GET, /admin/delegate, 404",
    "GET, /%2e%2e/%2e%2e/x, 400"
  })
  void nobodyKeepsErrors(String method, String target, int status) throws IOException {
    RawRequest.Answer answer = send(method, target, "Content-Length: 0");
    assertEquals(Optional.of("no-store"), answer.header("Cache-Control"), answer::text);
    assertEquals(status, answer.status(), answer::text);
    assertEquals(Optional.empty(), answer.header("ETag"));
    assertEquals(Optional.empty(), answer.header("Last-Modified"));
    if (method.equals("GET")) {
      RawRequest.Answer head = send("HEAD", target);
      assertEquals(status, head.status());
      assertEquals(Optional.of("no-store"), head.header("Cache-Control"));
      assertEquals(0, head.body().length);
    }
  }

  @Test
  void strangersToTheFiguresKeepNothingEither() throws IOException {
    RawRequest.Answer answer = server.get("metrics", "X-Forwarded-For: 203.0.113.9");
    assertEquals(403, answer.status());
    assertEquals(Optional.of("no-store"), answer.header("Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iiif/3/picture.png/full/50,/0/default.jpg",
        "iiif/3/picture.png/info.json",
        "iiif/2/picture.png/info.json"
      })
  void whatIsUnchangedSaysTheSameOfItself(String target) throws IOException {
    RawRequest.Answer whole = server.get(target);
    assertEquals(200, whole.status(), whole::text);
    String expected = target.endsWith("json") ? INFORMATION : IMAGES;
    assertEquals(Optional.of(expected), whole.header("Cache-Control"));
    String tag = whole.header("ETag").orElseThrow();
    RawRequest.Answer same = server.get(target, "If-None-Match: " + tag);
    assertEquals(304, same.status());
    RawRequest.Answer head = send("HEAD", "/" + target);
    for (String header : List.of("Cache-Control", "ETag", "Vary", "Last-Modified")) {
      assertEquals(whole.header(header), same.header(header), header);
      assertEquals(whole.header(header), head.header(header), header);
    }
    assertEquals(
        target.endsWith("json"), whole.header("Vary").orElse("").contains("Accept"), header(whole));
  }

  private static String header(RawRequest.Answer answer) {
    return answer.headers().toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iiif/3/picture.png", "iiif/3/picture.png/full/100,/0/default.jpg"})
  void redirectsAreKeptAsLongAsInformation(String target) throws IOException {
    RawRequest.Answer answer = server.get(target);
    assertEquals(303, answer.status());
    assertEquals(Optional.of(INFORMATION), answer.header("Cache-Control"));
  }

  @Test
  void whatContradictsItselfIsNamed() throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("wrong.properties"), "http.cache_control = public, private");
    try (ServerProcess other =
        ServerProcess.standalone("--images=" + TestImages.folder(), "--config=" + settings)) {
      RawRequest.Answer answer = other.get("iiif/3/picture.png/info.json");
      assertEquals(503, answer.status());
      assertEquals(Optional.of("no-store"), answer.header("Cache-Control"));
      assertEquals(Optional.of("no-store"), other.get("nothing").header("Cache-Control"));
      assertTrue(other.log().contains("says both public and private"), other::log);
    }
  }
}
