package org.casaba.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.casaba.deployment.RawRequest;
import org.casaba.deployment.RawRequest.Answer;
import org.casaba.deployment.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Image API says of HTTP, asked of the built WAR. */
class ProtocolIT {
  private static final String JPG = "/full/max/0/default.jpg";
  private static final String CORS = "Access-Control-Allow-Origin";

  @TempDir static Path images;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws Exception {
    Pictures.writeAll(images);
    server = ServerProcess.standalone("--images=" + images);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private static Answer send(String method, String path, String... headers) throws Exception {
    return new RawRequest(server.base(), method, path, List.of(headers)).send();
  }

  private static String header(Answer answer, String name) {
    return answer
        .header(name)
        .orElseThrow(() -> new AssertionError("no " + name + " in " + answer));
  }

  private static String origin() {
    return server.base().toString().replaceFirst("/$", "");
  }

  private static JsonNode json(Answer response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }

  private static BufferedImage picture(Answer response) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(response.body()));
  }

  @Test
  void theImageItselfRedirectsToItsInformation() throws Exception {
    for (String path :
        new String[] {"/iiif/3/prime.png", "/iiif/2/folder/a.png", "/iiif/3/prime.png/"}) {
      Answer response = get(path);
      assertEquals(303, response.status());
      assertEquals(
          origin() + path.replaceFirst("/$", "") + "/info.json", header(response, "Location"));
    }
  }

  static Stream<String> identifiers() {
    return Stream.of(
        "prime.png",
        "folder/a.png",
        "folder%2Fa.png",
        "folder%2fa.png",
        "with%20space.png",
        "semi;colon.png",
        "semi%3Bcolon.png",
        "percent%2525.png",
        "%C3%A9t%C3%A9.png",
        "ark:/13030/tf5p.png",
        "ark:%2F13030%2Ftf5p.png",
        "plus+plus.png",
        "brackets%5B1%5D.png",
        "full/max/0/b.png");
  }

  @ParameterizedTest
  @MethodSource("identifiers")
  void anIdentifierComesBackAsItWasWritten(String id) throws Exception {
    for (String version : new String[] {"2", "3"}) {
      Answer response = get("/iiif/" + version + "/" + id + "/info.json");
      assertEquals(200, response.status(), response.text());
      String expected = origin() + "/iiif/" + version + "/" + id;
      assertEquals(expected, json(response).get(version.equals("2") ? "@id" : "id").asText());
      assertEquals(200, get("/iiif/" + version + "/" + id + JPG).status());
    }
  }

  @Test
  void rawCharactersThatBrowsersSendAreUnderstood() throws Exception {
    assertEquals(200, get("/iiif/3/prime.png/full/^max/0/default.jpg").status());
    assertEquals(200, get("/iiif/3/prime.png/full/%5Emax/0/default.jpg").status());
    Answer response = get("/iiif/3/brackets[1].png/info.json");
    assertEquals(200, response.status());
    assertTrue(json(response).get("id").asText().endsWith("/brackets%5B1%5D.png"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing.png",
        "folder",
        "folder/",
        "..%2fsecret.png",
        "%2e%2e%2fsecret.png",
        "folder%2f..%2f..%2fsecret.png",
        "....//secret.png",
        "%252e%252e%252fsecret.png",
        "%2Fetc%2Fpasswd",
        "file:%2F%2F%2Fetc%2Fpasswd",
        "jar:file:x!%2Fy",
        "C:%5Cx.png",
        "prime.png%20",
        "prime.png.",
        "link-out.png",
        ".hidden.png",
        "WEB-INF%2Fweb.xml"
      })
  void whatIsNoImageOfTheFolderIsNotFound(String id) throws Exception {
    for (String rest : new String[] {JPG, "/info.json"}) {
      for (String version : new String[] {"2", "3"}) {
        Answer response = get("/iiif/" + version + "/" + id + rest);
        assertTrue(
            response.status() == 404 || response.status() == 400,
            id + rest + " gave " + response.status());
        assertFalse(response.text().contains(images.toString()), response.text());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "a%00b", "%c0%ae%c0%ae", "%", "%ff.png"})
  void brokenEncodingsAreBadRequests(String id) throws Exception {
    assertEquals(400, get("/iiif/3/" + id + JPG).status());
  }

  @Test
  void aVeryLongIdentifierIsAnsweredAndTheServerGoesOn() throws Exception {
    int status = get("/iiif/3/" + "a".repeat(10_000) + "/info.json").status();
    assertTrue(status == 404 || status == 400 || status == 414, "status " + status);
    assertEquals(200, get("/iiif/3/prime.png/info.json").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "3 full/full/0/default.jpg size",
        "3 full/602,/0/default.jpg size",
        "3 full/pct:101/0/default.jpg size",
        "2 full/0,/0/default.jpg size",
        "2 full/^100,/0/default.jpg size",
        "2 full/99999,/0/default.jpg size",
        "3 full/max/361/default.jpg rotation",
        "3 full/max/-1/default.jpg rotation",
        "2 full/max/abc/default.jpg rotation",
        "3 9999,9999,1,1/max/0/default.jpg region",
        "2 0,0,0,1/full/0/default.jpg region",
        "3 garbage/max/0/default.jpg region",
        "3 full/max/0/sepia.jpg quality",
        "2 full/full/0/native.jpg quality",
        "3 full/max/0/default.webp format",
        "3 full/max/0/default.exe format",
        "2 full/max/0/default format"
      })
  void badRequestsNameTheParameter(String version, String path, String parameter) throws Exception {
    Answer response = get("/iiif/" + version + "/prime.png/" + path);
    assertEquals(400, response.status());
    assertTrue(response.text().startsWith(parameter + ": "), response.text());
    assertEquals("*", header(response, CORS));
    assertEquals("no-store", header(response, "Cache-Control"));
    assertTrue(header(response, "Content-Type").startsWith("text/plain"));
  }

  @Test
  void errorsEchoNothingThatABrowserWouldRun() throws Exception {
    Answer response =
        get("/iiif/3/%3Cscript%3Ealert(1)%3C%2Fscript%3E/info.json", "Accept: text/html");
    assertEquals(404, response.status());
    assertTrue(header(response, "Content-Type").startsWith("text/html"));
    assertFalse(response.text().contains("<script"), response.text());
    assertEquals("nosniff", header(response, "X-Content-Type-Options"));
  }

  @Test
  void everyAnswerMayBeReadByPagesOfOtherHosts() throws Exception {
    for (String path :
        new String[] {
          "/iiif/3/prime.png/info.json",
          "/iiif/2/prime.png" + JPG,
          "/iiif/3/prime.png",
          "/iiif/3/nothing/info.json",
          "/iiif/3/prime.png/garbage/max/0/default.jpg",
          "/iiif/9/x"
        }) {
      assertEquals("*", header(get(path, "Origin: null"), CORS), path);
    }
    Answer preflight =
        send(
            "OPTIONS",
            "/iiif/3/prime.png/info.json",
            "Origin: https://viewer.example",
            "Access-Control-Request-Method: GET");
    assertEquals(204, preflight.status());
    assertEquals("*", header(preflight, CORS));
    assertTrue(header(preflight, "Access-Control-Allow-Methods").contains("GET"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "POST", "PATCH", "TRACE"})
  void otherMethodsAreNotAllowed(String method) throws Exception {
    Answer response = send(method, "/iiif/3/prime.png/info.json", "Content-Length: 0");
    assertEquals(405, response.status());
  }

  @Test
  void headTellsWhatGetWould() throws Exception {
    for (String path : new String[] {"/iiif/3/prime.png/info.json", "/iiif/2/prime.png" + JPG}) {
      Answer get = get(path);
      Answer head = send("HEAD", path);
      assertEquals(200, head.status());
      assertEquals(0, head.body().length);
      for (String name : new String[] {"Content-Type", "ETag", "Last-Modified", "Link", CORS}) {
        assertEquals(header(get, name), header(head, name), name);
      }
    }
    assertEquals(404, send("HEAD", "/iiif/3/nothing/info.json").status());
  }

  @Test
  void aGoodCopyNeedNotBeSentAgain() throws Exception {
    for (String path : new String[] {"/iiif/3/prime.png/info.json", "/iiif/2/prime.png" + JPG}) {
      Answer first = get(path);
      String tag = header(first, "ETag");
      assertTrue(tag.matches("\"[^\"]+\""), tag);
      for (String condition :
          new String[] {
            "If-None-Match: " + tag,
            "If-None-Match: \"other\", W/" + tag,
            "If-None-Match: *",
            "If-Modified-Since: " + header(first, "Last-Modified")
          }) {
        Answer again = get(path, condition);
        assertEquals(304, again.status(), condition);
        assertEquals(0, again.body().length);
        assertEquals(tag, header(again, "ETag"));
      }
      assertEquals(200, get(path, "If-None-Match: \"other\"").status());
      assertEquals(200, get(path, "If-Modified-Since: Thu, 01 Jan 2015 00:00:00 GMT").status());
      assertEquals(200, get(path, "If-Modified-Since: nonsense").status());
    }
  }

  @Test
  void picturesOfDifferentKindHaveDifferentTags() throws Exception {
    assertFalse(
        header(get("/iiif/3/prime.png/full/100,/0/default.jpg"), "ETag")
            .equals(header(get("/iiif/3/prime.png/full/101,/0/default.jpg"), "ETag")));
    assertEquals(
        header(get("/iiif/3/prime.png/full/301,/0/default.jpg"), "ETag"),
        header(get("/iiif/3/prime.png/full/pct:50/0/default.jpg"), "ETag"));
    assertEquals(
        header(get("/iiif/3/prime.png/full/max/0/default.jpg"), "ETag"),
        header(get("/iiif/3/prime.png/full/max/0/color.jpg"), "ETag"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "2 full/pct:50/0/color.jpg full/301,/0/default.jpg",
        "2 square/100,50/90.0/gray.png 102,0,397,397/100,50/90/gray.png",
        "3 full/max/0/default.jpg full/max/0/default.jpg",
        "3 pct:0,0,100,100/!100,100/!22.50/bitonal.gif full/100,66/!22.5/bitonal.gif",
        "3 0,0,9999,9999/^1202,/360/default.tif full/%5E1202,794/0/default.tif"
      })
  void canonicalLinksLeadToTheSamePicture(String version, String path, String canonical)
      throws Exception {
    Answer response = get("/iiif/" + version + "/prime.png/" + path);
    assertEquals(200, response.status(), response.text());
    Matcher link = Pattern.compile("<([^>]+)>;rel=\"canonical\"").matcher(header(response, "Link"));
    assertTrue(link.find(), header(response, "Link"));
    String prefix = origin();
    assertEquals(prefix + "/iiif/" + version + "/prime.png/" + canonical, link.group(1));
    Answer again = get(link.group(1).substring(prefix.length()));
    assertArrayEquals(response.body(), again.body());
    assertEquals(header(response, "Link"), header(again, "Link"));
    assertTrue(
        header(response, "Link")
            .contains("<http://iiif.io/api/image/" + version + "/level2.json>;rel=\"profile\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2 | - | application/json",
        "2 | */* | application/json",
        "2 | application/ld+json | application/ld+json",
        "2 | application/ld+json;q=0.5, application/json | application/json",
        "2 | broken;q=x,, | application/json",
        "3 | - | application/ld+json;profile=\"http://iiif.io/api/image/3/context.json\"",
        "3 | */* | application/ld+json;profile=\"http://iiif.io/api/image/3/context.json\"",
        "3 | application/json | application/json",
        "3 | text/html,*/*;q=0.8 |"
            + " application/ld+json;profile=\"http://iiif.io/api/image/3/context.json\""
      })
  void informationIsOfTheTypeThatIsAskedFor(String version, String accept, String type)
      throws Exception {
    String path = "/iiif/" + version + "/prime.png/info.json";
    Answer response = accept == null ? get(path) : get(path, "Accept: " + accept);
    assertEquals(type, header(response, "Content-Type"));
    assertEquals("Accept", header(response, "Vary"));
  }

  @Test
  void everySizeAndTileThatIsAnnouncedIsServedAtItsSize() throws Exception {
    for (String version : new String[] {"2", "3"}) {
      String image = "/iiif/" + version + "/prime.png/";
      JsonNode info = json(get(image + "info.json"));
      for (JsonNode size : info.get("sizes")) {
        String wh = size.get("width") + "," + size.get("height");
        BufferedImage got = picture(get(image + "full/" + wh + "/0/default.png"));
        assertEquals(wh, got.getWidth() + "," + got.getHeight());
      }
      int width = info.get("width").asInt();
      int height = info.get("height").asInt();
      JsonNode tile = info.get("tiles").get(0);
      for (JsonNode factor : tile.get("scaleFactors")) {
        int s = factor.asInt();
        int step = tile.get("width").asInt() * s;
        for (int y = 0; y < height; y += step) {
          for (int x = 0; x < width; x += step) {
            int w = Math.min(step, width - x);
            int h = Math.min(step, height - y);
            String size = Math.ceilDiv(w, s) + "," + Math.ceilDiv(h, s);
            String region = x + "," + y + "," + w + "," + h;
            BufferedImage got = picture(get(image + region + "/" + size + "/0/default.jpg"));
            assertEquals(size, got.getWidth() + "," + got.getHeight());
          }
        }
      }
    }
  }

  @Test
  void aPictureCanBeSavedUnderAHarmlessName() throws Exception {
    assertEquals(
        "attachment; filename=\"prime.png.jpg\"",
        header(get("/iiif/3/prime.png" + JPG + "?download"), "Content-Disposition"));
    assertEquals(
        "attachment; filename=\"a_b_X-Evil_1.jpg\"",
        header(
                get("/iiif/3/prime.png" + JPG + "?download=..%2F%22a%22b%0D%0AX-Evil:%201.jpg"),
                "Content-Disposition")
            .replace("filename=\"_", "filename=\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-Proto: https | https://@HOST@",
        "X-Forwarded-Host: iiif.example.org | http://iiif.example.org",
        "X-Forwarded-Host: evil.example, iiif.example.org | http://iiif.example.org",
        "X-Forwarded-Host: iiif.example.org:8443 | http://iiif.example.org:8443",
        "X-Forwarded-Host: [::1]:8080 | http://[::1]:8080",
        "X-Forwarded-Host: a:1:2 | http://@HOST@",
        "X-Forwarded-Host: bad<host> | http://@HOST@",
        "X-Forwarded-Proto: javascript | http://@HOST@",
        "Forwarded: for=1.2.3.4;proto=https;host=iiif.example.org | https://iiif.example.org",
        "Forwarded: host=\"iiif.example.org:8443\" | http://iiif.example.org:8443",
        "X-Forwarded-Prefix: /images | http://@HOST@/images",
        "X-Forwarded-Prefix: /a/../b | http://@HOST@",
        "X-Forwarded-Prefix: /a\"b | http://@HOST@"
      })
  void theAddressIsTheOneThatTheProxyWasAskedFor(String header, String base) throws Exception {
    Answer response = get("/iiif/3/prime.png/info.json", header);
    String expected = base.replace("@HOST@", server.base().getAuthority()) + "/iiif/3/prime.png";
    assertEquals(expected, json(response).get("id").asText());
  }
}
