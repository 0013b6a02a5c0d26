package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Purging the built WAR over HTTP and by the command. Whether a picture has been kept shows when
 * the image is changed in a way that no server notices: another gray in a file of the same size and
 * time.
 */
final class PurgeIT {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
  private static final String PASSWORD = "with:colons and ü";
  private static final String LOGIN = login("anna:" + PASSWORD);
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir private static Path folder;
  private static Path settings;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(folder.resolve("images/sub"));
    settings =
        Files.writeString(
            folder.resolve("casaba.properties"),
            """
            source.check_interval = 1h
            cache.derivative.directory = kept
            admin.username = anna
            admin.password = %s
            """
                .formatted(PASSWORD));
    server = serve();
  }

  private static ServerProcess serve() throws IOException {
    return ServerProcess.standalone("--images=" + folder.resolve("images"), "--config=" + settings);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void prepare() throws IOException {
    put("a.bmp", 50);
    put("sub/ü b.bmp", 50);
    assertEquals(200, post("what=all").statusCode());
  }

  private static void put(String name, int gray) throws IOException {
    BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1200 * 900; i++) {
      image.setRGB(i % 1200, i / 1200, 0x010101 * gray);
    }
    Path file = folder.resolve("images").resolve(name);
    ImageIO.write(image, "bmp", file.toFile());
    Files.setLastModifiedTime(file, TIME);
  }

  private static String login(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private static HttpResponse<String> post(String body, String... headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.base() + "admin/purge"))
            .setHeader("Content-Type", FORM)
            .setHeader("Authorization", LOGIN)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int gray(String image, String size) throws IOException {
    String name = URLEncoder.encode(image, StandardCharsets.UTF_8).replace("+", "%20");
    RawRequest.Answer answer = server.get("iiif/3/" + name + "/full/" + size + "/0/default.png");
    assertEquals(200, answer.status(), answer::text);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(answer.body()));
    return shown.getRaster().getSample(0, 0, 0);
  }

  /** Has pictures of both images made and kept, and changes the images then. */
  private static void keep() throws IOException {
    for (String image : List.of("a.bmp", "sub/ü b.bmp")) {
      assertEquals(50, gray(image, "300,"));
      assertEquals(50, gray(image, "200,"));
      put(image, 150);
      assertEquals(50, gray(image, "300,"));
    }
  }

  private static void assertHolds(String expected, HttpResponse<String> answer) {
    assertTrue(answer.body().contains(expected), answer::body);
  }

  @Test
  void purgingOneImageLeavesOthers() throws IOException {
    keep();
    String identifier = URLEncoder.encode("sub/ü b.bmp", StandardCharsets.UTF_8);
    HttpResponse<String> answer = post("what=image&identifier=" + identifier);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(JSON));
    assertHolds("\"identifier\" : \"sub/ü b.bmp\"", answer);
    assertHolds("\"derivatives\" : 2", answer);
    assertHolds("\"open_images\" : 1", answer);
    assertHolds("\"remembered_files\" : 1", answer);
    assertEquals(150, gray("sub/ü b.bmp", "300,"));
    assertEquals(150, gray("sub/ü b.bmp", "200,"));
    assertEquals(50, gray("a.bmp", "300,"));
  }

  @Test
  void purgingInformationLeavesPicturesAndAllTakesThem() throws IOException {
    keep();
    String json = "{\"what\": \"information\", \"identifier\": \"a.bmp\"}";
    HttpResponse<String> information = post(json, "Content-Type", JSON);
    assertEquals(200, information.statusCode(), information::body);
    assertHolds("\"derivatives\" : 0", information);
    assertHolds("\"open_images\" : 1", information);
    assertEquals(50, gray("a.bmp", "300,"));
    HttpResponse<String> all = post("what=all", "Accept", "text/plain");
    assertEquals(200, all.statusCode());
    assertHolds("Everything is purged: 4 pictures, 2 open images, 2 remembered files.", all);
    assertHolds("Pyramids stay", all);
    assertEquals(150, gray("a.bmp", "300,"));
    assertEquals(150, gray("sub/ü b.bmp", "300,"));
  }

  @Test
  void whatIsNotThereIsNoProblem() throws IOException {
    keep();
    HttpResponse<String> unknown = post("what=image&identifier=no.bmp");
    assertEquals(200, unknown.statusCode());
    assertHolds("\"derivatives\" : 0", unknown);
    assertFalse(unknown.body().contains("hint"), unknown::body);
    HttpResponse<String> encoded = post("what=image&identifier=maps%252Fno.bmp");
    assertEquals(200, encoded.statusCode());
    assertHolds("\"hint\" : \"maps/no.bmp\"", encoded);
    assertHolds("did you mean maps/no.bmp?", encoded);
    assertEquals(200, post("what=image&identifier=../../etc/passwd").statusCode());
    HttpResponse<String> expired = post("what=expired");
    assertEquals(200, expired.statusCode());
    assertHolds("\"derivatives\" : 0", expired);
    assertEquals(50, gray("a.bmp", "300,"));
  }

  @Test
  void aRememberedFileIsLookedAtAnewWhenItIsPurged() throws IOException {
    keep();
    Files.delete(folder.resolve("images/a.bmp"));
    assertEquals(50, gray("a.bmp", "300,"), "it is remembered for an hour");
    post("what=information&identifier=a.bmp");
    assertEquals(404, server.get("iiif/3/a.bmp/full/300,/0/default.png").status());
  }

  @Test
  void whatIsBeingMadeIsNotKept() throws Exception {
    keep();
    String slow = "%5E6000,";
    CompletableFuture<Integer> making =
        CompletableFuture.supplyAsync(() -> {
          try {
            return server.get("iiif/3/a.bmp/full/" + slow + "/3/default.png").status();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    while (!making.isDone()) {
      assertEquals(200, post("what=image&identifier=a.bmp").statusCode());
    }
    assertEquals(200, making.get());
    assertHolds("\"derivatives\" : 0", post("what=image&identifier=a.bmp"));
    assertEquals(200, server.get("iiif/3/a.bmp/full/" + slow + "/3/default.png").status());
    assertHolds("\"derivatives\" : 1", post("what=image&identifier=a.bmp"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                              | what is missing",
        "what=                           | what is missing",
        "what=everything                 | allowed are all, image, information and expired",
        "what=image                      | identifier is missing",
        "what=image&identifier=          | identifier is missing",
        "what=information                | identifier is missing",
        "what=all&identifier=a.bmp       | identifier is allowed where",
        "what=expired&identifier=a.bmp   | identifier is allowed where",
        "what=all&what=image             | what is given more than once",
        "what=all&force=1                | force is not known here"
      })
  void badInputIsNamed(String body, String message) throws IOException {
    keep();
    HttpResponse<String> answer = post(body);
    assertEquals(400, answer.statusCode());
    assertHolds(message, answer);
    HttpResponse<String> page = post(body, "Accept", "text/html");
    assertEquals(400, page.statusCode());
    assertHolds(message, page);
    assertEquals(50, gray("a.bmp", "300,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                               | no JSON",
        "''                              | no object",
        "[]                              | no object",
        "{\"what\": 1}                   | what is no string",
        "{\"what\": \"all\"} {}          | no JSON",
        "{\"what\": \"a\", \"what\": \"all\"} | no JSON"
      })
  void badJsonIsNamed(String body, String message) throws IOException {
    HttpResponse<String> answer = post(body, "Content-Type", JSON + ";charset=utf-8");
    assertEquals(400, answer.statusCode(), answer::body);
    assertHolds(message, answer);
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(JSON));
  }

  @Test
  void administratorsAloneMayPurge() throws IOException {
    keep();
    for (String wrong : List.of("anna:", "anna:with", "anna:with:colons and u", ":", "x")) {
      assertEquals(401, post("what=all", "Authorization", login(wrong)).statusCode(), wrong);
    }
    assertEquals(401, post("what=all", "Authorization", "Bearer x").statusCode());
    assertEquals(403, post("what=all", "Origin", "https://evil.example").statusCode());
    assertEquals(50, gray("a.bmp", "300,"));
    try (ServerProcess open = ServerProcess.standalone("--images=" + folder.resolve("images"))) {
      for (String method : List.of("GET", "POST", "PUT")) {
        URI base = open.base();
        assertEquals(
            404,
            new RawRequest(base, method, "/admin/purge?what=all", List.of())
                .with("Authorization: " + login(":"), "Content-Length: 0")
                .send()
                .status(),
            method);
      }
    }
  }

  @Test
  void browsersGetAPage() throws IOException {
    keep();
    RawRequest.Answer page = server.get("admin/purge", "Authorization: " + LOGIN);
    assertEquals(200, page.status());
    assertEquals("no-store", page.header("Cache-Control").orElse(""));
    assertTrue(page.text().contains("<form"), page::text);
    HttpResponse<String> done =
        post("what=image&identifier=%3Cscript%3Ealert(1)", "Accept", "text/html,*/*;q=0.8");
    assertEquals(200, done.statusCode());
    assertHolds("is purged: 0 pictures", done);
    assertFalse(done.body().contains("<script>"), done::body);
  }

  @Test
  void otherMethodsAreNotAllowed() throws IOException {
    for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
      RawRequest.Answer answer =
          new RawRequest(server.base(), method, "/admin/purge?what=all", List.of())
              .with("Authorization: " + LOGIN, "Content-Length: 0")
              .send();
      assertEquals(405, answer.status(), method);
      assertEquals("GET, HEAD, POST", answer.header("Allow").orElse(""), method);
    }
  }

  private record Outcome(int status, String text) {}

  private static Outcome command(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("purge"));
    all.addAll(List.of(options));
    ProcessBuilder builder =
        StandaloneCommand.DEFAULT.with(all.toArray(String[]::new)).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertFalse(text.contains("colons"), text);
    try {
      return new Outcome(process.waitFor(), text);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String config() {
    return "--config=" + settings;
  }

  @Test
  void theCommandPurgesSeveralServers() throws IOException {
    keep();
    String nowhere = "http://127.0.0.1:" + ServerProcess.freePort();
    Outcome both =
        command("--image", "sub/ü b.bmp", "--url", nowhere, "--url=" + server.base(), config());
    assertEquals(1, both.status(), both.text());
    assertTrue(both.text().contains(nowhere + ": Nothing answers here"), both.text());
    assertTrue(both.text().contains("sub/ü b.bmp is purged: 2 pictures"), both.text());
    assertEquals(150, gray("sub/ü b.bmp", "300,"));
    assertEquals(50, gray("a.bmp", "300,"));
    Outcome all = command("--all", "--url=" + server.base(), config());
    assertEquals(0, all.status(), all.text());
    assertTrue(all.text().contains("Everything is purged: 3 pictures"), all.text());
    assertEquals(150, gray("a.bmp", "300,"));
  }

  @Test
  void theCommandSaysWhatIsWrong() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.properties"),
            "admin.username = anna%nadmin.password = other:colons".formatted());
    Outcome refused = command("--all", "--url=" + server.base(), "--config=" + other);
    assertEquals(1, refused.status(), refused.text());
    assertTrue(refused.text().contains("another admin.username or admin.password"));
    Outcome elsewhere = command("--all", "--url=" + server.base() + "images", config());
    assertEquals(1, elsewhere.status(), elsewhere.text());
    Path empty = Files.writeString(folder.resolve("empty.properties"), "");
    Outcome nobody = command("--all", "--config=" + empty);
    assertEquals(2, nobody.status(), nobody.text());
    assertTrue(nobody.text().contains("set admin.username and admin.password"), nobody.text());
    Outcome nothing = command(config());
    assertEquals(2, nothing.status(), nothing.text());
    assertTrue(nothing.text().contains("purge --help lists the options"), nothing.text());
    Outcome help = command("--help");
    assertEquals(0, help.status());
    assertTrue(help.text().contains("--url URL"), help.text());
  }
}
