package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which administrators try out rules, and who may see it. */
final class DelegateDeskIT {
  private static final String CREDENTIALS = "anna:with:colons and ü";

  @TempDir private static Path folder;

  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("delegates.js"),
            """
            function limits(context) {
              return context.client_ip === '203.0.113.5' ? null : {max_width: 50};
            }
            """);
    Path cases = Files.createDirectory(folder.resolve("tests"));
    Files.writeString(
        cases.resolve("caps.json"),
        """
        {"url": "/iiif/3/picture.png/full/max/0/default.jpg", "expect": {"picture": "50x33"}}
        """);
    Path settings =
        Files.writeString(
            folder.resolve("casaba.properties"),
            "delegate.script = %s%ndelegate.tests = %s%nadmin.username = anna%nadmin.password = %s%n"
                .formatted(script, cases, "with:colons and ü"));
    server = ServerProcess.standalone("--images=" + TestImages.folder(), "--config=" + settings);
    DelegateReady.await(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String login(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private static HttpResponse<String> post(Map<String, String> fields, String... headers)
      throws IOException {
    String body =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.base() + "admin/delegate"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (String header : headers) {
      int colon = header.indexOf(':');
      request.header(header.substring(0, colon), header.substring(colon + 2));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void isAbsentWhileNoCredentialsAreSet() throws IOException {
    try (ServerProcess open = ServerProcess.standalone("--images=" + TestImages.folder())) {
      assertEquals(404, open.get("admin/delegate").status());
      assertEquals(404, open.get("admin/delegate", login(":")).status());
      assertEquals(404, open.get("admin/").status());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna:",
        "anna:with",
        "anna:with:colons and u",
        "Anna:with:colons and ü",
        ":",
        "anna",
        "anna:with:colons and ü "
      })
  void refusesWrongCredentials(String credentials) throws IOException {
    RawRequest.Answer answer = server.get("admin/delegate", login(credentials));
    assertEquals(401, answer.status());
    assertTrue(answer.header("WWW-Authenticate").orElse("").startsWith("Basic "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Basic",
        "Authorization: Basic %%%",
        "Authorization: Bearer x",
        "X: y"
      })
  void refusesWhatIsNoLogin(String header) throws IOException {
    assertEquals(401, server.get("admin/delegate", header).status());
  }

  @Test
  void showsWhichScriptIsInForce() throws IOException {
    RawRequest.Answer page = server.get("admin/delegate", login(CREDENTIALS));
    assertEquals(200, page.status());
    assertEquals("no-store", page.header("Cache-Control").orElse(""));
    assertTrue(page.text().contains("delegates.js"), page::text);
    assertTrue(page.text().contains("limits"), page::text);
    assertFalse(page.text().contains("with:colons"), page::text);
    assertTrue(
        page.text().matches("(?s).*>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ<.*"), page::text);
  }

  @Test
  void triesARequestAsAnyCaller() throws IOException {
    Map<String, String> fields =
        Map.of(
            "action", "try",
            "url", "/iiif/3/picture.png/full/max/0/default.jpg",
            "ip", "198.51.100.7",
            "headers", "Cookie: a=b\r\nReferer: <script>alert(1)</script>",
            "size", "");
    HttpResponse<String> answer = post(fields, login(CREDENTIALS));
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("200: a picture of 50 x 33"), answer::body);
    assertTrue(answer.body().contains("&quot;maxWidth&quot; : 50"), answer::body);
    assertTrue(answer.body().contains("198.51.100.7"), answer::body);
    assertFalse(answer.body().contains("<script>alert"), answer::body);
  }

  @Test
  void triesAnAddressWithoutHostAtThisServersOwn() throws IOException {
    Map<String, String> fields = Map.of("action", "try", "url", "/iiif/3/picture.png/info.json");
    String body = post(fields, login(CREDENTIALS)).body();
    String own = server.base() + "iiif/3/picture.png";
    assertTrue(body.contains("&quot;request_uri&quot; : &quot;" + own + "/info.json"), body);
    assertTrue(body.contains("\n  &quot;client_ip&quot; : &quot;192.0.2.1&quot;,\n"), body);
  }

  @ParameterizedTest
  @CsvSource({"/picture.png, ''", "x, ''", "/iiif/3/picture.png/info.json, 999.1.1.1"})
  void saysWhatCannotBeTried(String url, String ip) throws IOException {
    Map<String, String> fields = Map.of("action", "try", "url", url, "ip", ip);
    String body = post(fields, login(CREDENTIALS)).body();
    assertTrue(body.contains("That cannot be tried"), body);
  }

  @Test
  void hasNoFormWhileThereIsNoScript() throws IOException {
    String page = deskOf("").text();
    assertTrue(page.contains("everybody may see everything"), page);
    assertFalse(page.contains("<form"), page);
  }

  @Test
  void aProblemStandsOut() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.js"), "function limits( {");
    String page = deskOf("delegate.script = " + broken).text();
    assertTrue(page.contains("<dd class=\"problem\">"), page);
    assertTrue(page.contains("broken.js:1"), page);
    assertTrue(page.contains("Nothing is answered until that is mended."), page);
  }

  /** The page of another server, once it has tried to load its script. */
  private static RawRequest.Answer deskOf(String setting) throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("other.properties"),
            setting
                + System.lineSeparator()
                + "admin.username = a%nadmin.password = long enough".formatted());
    try (ServerProcess other =
        ServerProcess.standalone("--images=" + TestImages.folder(), "--config=" + settings)) {
      RawRequest.Answer page = other.get("admin/delegate", login("a:long enough"));
      for (int i = 0; i < 300 && !setting.isEmpty() && !page.text().contains("problem"); i++) {
        Thread.sleep(100);
        page = other.get("admin/delegate", login("a:long enough"));
      }
      return page;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runsTheCases() throws IOException {
    HttpResponse<String> answer = post(Map.of("action", "cases"), login(CREDENTIALS));
    assertTrue(answer.body().contains("1 case went as expected"), answer::body);
  }

  @Test
  void refusesWhatOtherSitesSend() throws IOException {
    Map<String, String> fields = Map.of("action", "cases");
    assertEquals(
        403, post(fields, login(CREDENTIALS), "Origin: https://evil.example").statusCode());
    assertEquals(403, post(fields, login(CREDENTIALS), "Sec-Fetch-Site: cross-site").statusCode());
    assertEquals(200, post(fields, login(CREDENTIALS), "Sec-Fetch-Site: same-origin").statusCode());
  }
}
