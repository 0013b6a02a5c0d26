package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Casaba behind Apache httpd, as {@code conf/httpd.conf} says. */
final class HttpdIT {
  @TempDir private static Path folder;

  private static ServerProcess server;
  private static HttpdProcess httpd;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(HttpdProcess.isInstalled(), "needs httpd: apt-get install apache2");
    server = ServerProcess.standalone("--images=" + TestImages.folder());
    httpd = HttpdProcess.start(server.base(), folder);
  }

  @AfterAll
  static void stop() {
    if (httpd != null) {
      httpd.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @FieldSource("org.casaba.deployment.TestImages#TARGETS")
  void everySpellingArrives(String target) throws IOException {
    assertEquals(200, httpd.get(target).status());
  }

  @Test
  void informationNamesTheAddressThatClientsSee() throws IOException {
    String information = httpd.get("iiif/3/below%2Fother%20picture.png/info.json").text();
    String id = "\"" + httpd.base() + "iiif/3/below%2Fother%20picture.png\"";
    assertTrue(information.contains(id), information);
  }

  @Test
  void publicAnswersAreKeptByTheProxy() throws IOException {
    String target = "iiif/3/picture.png/full/50,/0/default.jpg";
    httpd.get(target);
    RawRequest.Answer again = httpd.get(target);
    assertTrue(again.header("X-Cache").orElse("").startsWith("HIT"), again::toString);
  }

  /** What strangers may send to have others see another address, or to be taken for others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded: for=203.0.113.9;host=evil.example;proto=https",
        "X-Forwarded-Port: 4711",
        "X-Forwarded-Path: /evil",
        "X-Forwarded-Prefix: /evil",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: evil.example",
        "Connection: close, X-Forwarded-Prefix",
        "Connection: x-forwarded-host, close, X-Forwarded-Proto, x-forwarded-for"
      })
  void whatClientsSayOfProxiesHasNoEffect(String header) throws IOException {
    String target = "iiif/3/picture.png/info.json?" + Integer.toHexString(header.hashCode());
    String id = "\"" + httpd.base() + "iiif/3/picture.png\"";
    String forged = httpd.get(target, header).text();
    assertTrue(forged.contains(id), forged);
    String kept = httpd.get(target).text();
    assertTrue(kept.contains(id), kept);
  }
}
