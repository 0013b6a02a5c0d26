package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** The status page of the built WAR. */
final class StatusIT {
  private static final List<String> SECRETS =
      List.of("p4ss:word", "tok3n-of-ours", "hunter22", "in-the-query");

  @TempDir static Path folder;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    BufferedImage image = new BufferedImage(1500, 1000, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1_500_000; i++) {
      image.setRGB(i % 1500, i / 1500, i * 7919 >> 3 & 0xf0f0f0);
    }
    ImageIO.write(image, "png", folder.resolve("b.png").toFile());
    Files.copy(folder.resolve("b.png"), folder.resolve("x'&<b>y.png"));
    Path settings = folder.resolve("casaba.properties");
    Files.writeString(
        settings,
        """
        admin.username = anna
        admin.password = p4ss:word
        limits.max_width = 4000
        delegate.values.api_token = tok3n-of-ours
        delegate.values.service = https://casaba:hunter22@example.org/?key=tok3n-of-ours
        """);
    server = ServerProcess.standalone("--images=" + folder, "--config=" + settings);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String login(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private static String page() throws IOException {
    RawRequest.Answer answer = server.get("admin/status", login("anna:p4ss:word"));
    assertEquals(200, answer.status());
    assertEquals("no-store", answer.header("Cache-Control").orElse(""));
    String policy = answer.header("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'self'"), policy);
    return answer.text();
  }

  @Test
  void slowRequestsAreThereWithTheReason() throws IOException {
    String slow = "iiif/3/b.png/full/1400,/7/default.png";
    assertEquals(200, server.get(slow + "?x=in-the-query").status());
    assertEquals(200, server.get("iiif/3/b.png/full/100,/0/default.jpg").status());
    String page = page();
    int found = page.indexOf(slow);
    assertTrue(found > 0, page);
    String row = page.substring(page.lastIndexOf("<tr>", found), found);
    assertTrue(row.matches("(?s).* (ms|s) (decoding|encoding|scaling and colours).*"), row);
    assertTrue(page.contains("<th scope=\"row\">b.png</th>"), page);
  }

  @Test
  void markupInAddressesStaysText() throws IOException {
    String picture = "iiif/3/x'&%3Cb%3Ey.png/full/1400,/7/default.png";
    assertEquals(200, server.get(picture).status());
    String page = page();
    assertTrue(page.contains("x&#39;&amp;&lt;b&gt;y.png/full/1400,"), page);
    assertTrue(page.contains("<th scope=\"row\">x&#39;&amp;&lt;b&gt;y.png</th>"), page);
    assertFalse(page.contains("<b>"), page);
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("style="), page);
  }

  @Test
  void secretsAreNowhere() throws IOException {
    server.get("iiif/3/b.png/full/max/0/default.jpg?token=in-the-query");
    String page = page();
    SECRETS.forEach(secret -> assertFalse(page.contains(secret), secret));
    assertTrue(page.contains("<code>limits.max_width</code></th><td><code>4000</code>"), page);
    assertTrue(page.contains("casaba.properties, line 3"), page);
    assertTrue(page.contains("<code>admin.password</code></th><td><code>••••••</code>"), page);
    assertTrue(page.contains("system property casaba.source.filesystem.root"), page);
  }

  @Test
  void pageTellsWhereThingsLieAndWhatTheServerHasChosen() throws IOException {
    String page = page();
    assertTrue(page.contains("<dt>Images</dt><dd>" + folder + "</dd>"), page);
    assertTrue(page.matches("(?s).*<dt>Pyramids</dt><dd>/\\S+/pyramids: .*"), page);
    assertTrue(
        page.matches(
            "(?s).*<code>pyramids.folder</code></th><td><code>/\\S+ \\(the server&#39;s choice.*"),
        page);
    assertTrue(
        page.matches("(?s).*<code>admission.tiles</code></th><td><code>auto: \\d+<.*"), page);
  }

  @Test
  void pageIsWellFormed() throws Exception {
    String page = page().replace("<!doctype html>", "").replaceAll("<(meta|link)([^>]*)>", "");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  @Test
  void pageIsLoadedAnewOnlyIfThatIsWanted() throws IOException {
    assertFalse(page().contains("http-equiv"));
    String refreshed = server.get("admin/status?refresh", login("anna:p4ss:word")).text();
    assertTrue(refreshed.contains("http-equiv=\"refresh\""), refreshed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "admin/", "admin/status"})
  void onlyAdministratorsSeeIt(String path) throws IOException {
    assertEquals(401, server.get(path).status());
    assertEquals(401, server.get(path, login("anna:wrong")).status());
    assertEquals(
        path.equals("admin") ? 303 : 200, server.get(path, login("anna:p4ss:word")).status());
  }

  @Test
  void withoutCredentialsOrFiguresThereIsLess() throws IOException {
    try (ServerProcess open = ServerProcess.standalone("--images=" + folder)) {
      for (String path : List.of("admin", "admin/", "admin/status")) {
        assertEquals(404, open.get(path).status());
        assertEquals(404, open.get(path, login("anna:p4ss:word")).status());
      }
    }
    Path settings = folder.resolve("none.properties");
    Files.writeString(
        settings, "admin.username = a\nadmin.password = longenough\nmetrics.enabled = false\n");
    try (ServerProcess quiet =
        ServerProcess.standalone("--images=" + folder, "--config=" + settings)) {
      String page = quiet.get("admin/", login("a:longenough")).text();
      assertTrue(page.contains("metrics.enabled is false"), page);
      assertTrue(page.contains("pool.images"), page);
    }
  }
}
