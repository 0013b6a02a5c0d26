package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script's answers make of the headers of HTTP. */
final class DelegateAnswersIT {
  private static final String SCRIPT =
      """
      function pre_authorize(context) {
        switch (context.identifier) {
          case 'moved': return {status_code: 302, location: '/elsewhere'};
          case 'own': return context.client_ip ? {status_code: 302, location: '/elsewhere'} : true;
          case 'near': return {status_code: 302, location: 'other.json?b=1'};
          case 'address': return context.request_uri ? {status_code: 302, location: '/x'} : true;
          case 'secret': return false;
        }
        return true;
      }
      function authorize(context) {
        return context.identifier !== 'named' || context.request_headers['x-name'] === 'Zoë 東京';
      }
      function limits(context) {
        return {max_area: 2000};
      }
      """;

  @TempDir private static Path folder;

  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    Path script = Files.writeString(folder.resolve("delegates.js"), SCRIPT);
    Path settings =
        Files.writeString(
            folder.resolve("casaba.properties"),
            "delegate.script = %s%nhttp.cache_control = public, max-age=60%n".formatted(script));
    Files.copy(TestImages.folder().resolve("picture.png"), folder.resolve("named"));
    Files.copy(TestImages.folder().resolve("picture.png"), folder.resolve("picture.png"));
    server = ServerProcess.standalone("--images=" + folder, "--config=" + settings);
    DelegateReady.await(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "moved/info.json, 'public, max-age=60'",
    "moved/full/max/0/default.jpg, 'public, max-age=60'",
    "moved, 'public, max-age=60'",
    "own/info.json, 'private, no-cache'",
    "own/full/max/0/default.jpg, 'private, no-cache'",
    "own, 'private, no-cache'",
    "address/info.json, 'private, no-cache'",
    "secret/info.json, no-store"
  })
  void onlyWhatHasNotLookedAtTheCallerIsPublic(String path, String caching) throws IOException {
    assertEquals(Optional.of(caching), server.get("iiif/3/" + path).header("Cache-Control"));
  }

  @ParameterizedTest
  @CsvSource({"moved, elsewhere", "near, iiif/3/near/other.json?b=1"})
  void aQueryThatIsNoneDoesNotHinderRedirects(String identifier, String target) throws IOException {
    RawRequest.Answer answer = server.get("iiif/3/" + identifier + "/info.json?a=%zz");
    assertEquals(302, answer.status(), answer.text());
    assertEquals(
        Optional.of(server.base().resolve("/" + target).toString()), answer.header("Location"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture.png/info.json", "picture.png/full/max/0/default.jpg"})
  void onlyTheTagTellsThatAnAnswerIsTheSame(String path) throws IOException {
    RawRequest.Answer first = server.get("iiif/3/" + path);
    assertEquals(200, first.status(), first.text());
    assertEquals(Optional.empty(), first.header("Last-Modified"));
    String later = "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT";
    assertEquals(200, server.get("iiif/3/" + path, later).status());
    String same = "If-None-Match: " + first.header("ETag").orElseThrow();
    assertEquals(304, server.get("iiif/3/" + path, same).status());
  }

  @Test
  void pagesOfOtherHostsMaySendAnyHeader() throws IOException {
    RawRequest asked =
        RawRequest.get(server.base(), "/iiif/3/public.png/info.json")
            .with(
                "Origin: https://viewer.example",
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: x-ticket, authorization");
    RawRequest.Answer answer =
        new RawRequest(asked.server(), "OPTIONS", asked.target(), asked.headers()).send();
    assertEquals(204, answer.status());
    assertEquals("*", answer.header("Access-Control-Allow-Origin").orElse(""));
    assertEquals("*, Authorization", answer.header("Access-Control-Allow-Headers").orElse(""));
  }

  @Test
  void headersInUtf8AreReadAsSuch() throws IOException {
    byte[] name = "Zoë 東京".getBytes(StandardCharsets.UTF_8);
    String header = "X-Name: " + new String(name, StandardCharsets.ISO_8859_1);
    String path = "iiif/3/named/full/max/0/default.jpg";
    assertEquals(200, server.get(path, header).status());
    assertEquals(403, server.get(path, "X-Name: Zo\u00EB").status());
  }
}
