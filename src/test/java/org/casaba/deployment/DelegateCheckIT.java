package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code java -jar casaba.war delegate-check}. */
final class DelegateCheckIT {
  private static final String SCRIPT =
      """
      function limits(context) {
        return context.request_headers.Cookie === 'session=valid' ? null : {max_width: 2000};
      }
      function authorize(context) {
        if (context.client_ip.startsWith('198.51.100.')) return false;
        if (context.identifier === 'broken') return nothing.at.all;
        return true;
      }
      """;

  private static final String URL = "/iiif/3/x/full/max/0/default.jpg";

  @TempDir private Path folder;

  private Path script;

  private record Outcome(int status, String text) {}

  @BeforeEach
  void writeScript() throws IOException {
    script = Files.writeString(folder.resolve("delegates.js"), SCRIPT);
  }

  private Outcome check(String... options) throws IOException {
    String[] all = new String[options.length + 3];
    all[0] = "delegate-check";
    all[1] = "--script";
    all[2] = script.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    Process process = StandaloneCommand.DEFAULT.with(all).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), text);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void showsContextAnswersTimeAndEffect() throws IOException {
    Outcome outcome = check("--url", URL, "--size", "79508x3082");
    assertEquals(0, outcome.status(), outcome.text());
    assertTrue(outcome.text().matches("(?s).*\"identifier\"\\s*:\\s*\"x\".*"), outcome.text());
    assertTrue(outcome.text().contains("79508"), outcome.text());
    assertTrue(outcome.text().matches("(?s).*limits → .*2000.* ms\\).*"), outcome.text());
    assertTrue(outcome.text().matches("(?s).*authorize → true .*"), outcome.text());
    assertTrue(outcome.text().contains("200: a picture of 2000 x 78"), outcome.text());
    assertTrue(outcome.text().contains("\"maxWidth\" : 2000"), outcome.text());
  }

  @Test
  void asksAsAnyCaller() throws IOException {
    Outcome member = check("--url=" + URL, "--size=4000x3000", "--header=Cookie: session=valid");
    assertTrue(member.text().contains("200: a picture of 4000 x 3000"), member.text());
    assertFalse(member.text().contains("maxWidth"), member.text());
    Outcome denied = check("--url=" + URL, "--size=4000x3000", "--ip=198.51.100.7");
    assertEquals(0, denied.status());
    assertTrue(denied.text().contains("403"), denied.text());
  }

  @Test
  void saysWhereAFailingScriptFails() throws IOException {
    Outcome outcome = check("--url", "/iiif/3/broken/full/max/0/default.jpg", "--size", "40x30");
    assertEquals(1, outcome.status());
    assertTrue(outcome.text().contains("delegates.js:6"), outcome.text());
    assertTrue(outcome.text().contains("authorize"), outcome.text());
  }

  @Test
  void doesNotCompile() throws IOException {
    Files.writeString(script, "function authorize(context) {\n  return tru e;\n}\n");
    Outcome outcome = check("--url", URL, "--size", "40x30");
    assertEquals(1, outcome.status());
    assertTrue(outcome.text().contains("delegates.js:2:"), outcome.text());
    assertEquals(outcome.text().indexOf(":2:"), outcome.text().lastIndexOf(":2:"), outcome.text());
    assertFalse(outcome.text().contains("^"), outcome.text());
  }

  @Test
  void aFunctionThatIsStoppedHasBeenAsked() throws IOException {
    Files.writeString(
        script,
        "function authorize(context) { return true; }\nfunction limits(context) { for (;;) {} }\n");
    Outcome outcome = check("--url", URL, "--size", "40x30");
    assertEquals(1, outcome.status(), outcome.text());
    assertTrue(outcome.text().contains("authorize → true"), outcome.text());
    assertTrue(outcome.text().contains("limits → FAILED: delegates.js in limits"), outcome.text());
  }

  @Test
  void aMissingScriptIsSaidOnce() throws IOException {
    Files.delete(script);
    Outcome outcome = check("--url", URL, "--size", "40x30");
    assertEquals(2, outcome.status(), outcome.text());
    assertEquals("There is no script " + script, outcome.text().strip());
  }

  @Test
  void linesOfTheScriptAreShownOneALine() throws IOException {
    Files.writeString(
        script,
        """
        function authorize(context) {
          log.info("asked for", context.full_size, [1, 2.5], http);
          for (let i = 0; i < 1000; i++) log.info("line", i);
          return true;
        }
        """);
    Outcome outcome = check("--url", URL, "--size", "40x30");
    String name = "org.casaba.delegate.script INFO: ";
    assertTrue(
        outcome
            .text()
            .contains(
                name + "asked for {\"width\":40,\"height\":30} [1,2.5] (an object of the server)"),
        outcome.text());
    assertTrue(outcome.text().contains(name + "line 198\n" + name + "more lines"), outcome.text());
    assertFalse(outcome.text().contains("line 199"), outcome.text());
  }

  @Test
  void aThrownErrorComesBeforeTheDifferencesThatFollowFromIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("one.json"),
            """
            {"name": "broken", "url": "/iiif/3/broken/full/max/0/default.jpg", "size": "40x30",
             "expect": {"status": 200}}
            """);
    Outcome outcome = check("--tests", file.toString());
    assertEquals(1, outcome.status(), outcome.text());
    assertTrue(
        outcome
            .text()
            .matches(
                "(?s).*one.json: broken: delegates.js:6:.*one.json: broken: status is 500,"
                    + " expected 200.*1 case, 2 differences.*"),
        outcome.text());
    assertFalse(outcome.text().contains("Problem "), outcome.text());
  }

  @Test
  void versionTwoSaysItsLimitsInItsProfile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("two.json"),
            """
            {"url": "/iiif/2/x/info.json", "size": "4000x3000",
             "expect": {"info": {"maxWidth": 2000, "width": 4000}}}
            """);
    Outcome outcome = check("--tests", file.toString());
    assertEquals(0, outcome.status(), outcome.text());
    assertTrue(outcome.text().contains("1 case, 0 differences"), outcome.text());
  }

  @Test
  void runsAFolderOfCases() throws IOException {
    Path cases = Files.createDirectory(folder.resolve("tests"));
    Files.writeString(
        cases.resolve("caps.json"),
        """
        [
          {"name": "anonymous", "url": "/iiif/3/x/full/max/0/default.jpg", "size": "4000x3000",
           "expect": {"status": 200, "picture": "2000x1500", "personal": true,
                      "info": {"maxWidth": 2000, "maxArea": 100000000}}},
          {"name": "member", "url": "/iiif/3/x/full/max/0/default.jpg", "size": "4000x3000",
           "headers": {"Cookie": "session=valid"},
           "expect": {"picture": "4000x3000", "info": {"maxWidth": null}}},
          {"name": "banned", "url": "/iiif/3/x/full/max/0/default.jpg", "size": "4000x3000",
           "ip": "198.51.100.7", "expect": {"status": 403}}
        ]
        """);
    Outcome good = check("--tests", cases.toString());
    assertEquals(0, good.status(), good.text());
    assertTrue(good.text().contains("3 cases, 0 differences"), good.text());
    Files.writeString(
        cases.resolve("wrong.json"),
        """
        {"name": "too generous", "url": "/iiif/3/x/full/2500,/0/default.jpg", "size": "4000x3000",
         "expect": {"status": 200}}
        """);
    Outcome bad = check("--tests", cases.toString());
    assertEquals(1, bad.status());
    assertTrue(
        bad.text().contains("wrong.json: too generous: status is 400, expected 200"), bad.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"url\": \"/iiif/3/x/info.json\"}",
        "{\"expect\": {\"status\": 200}}",
        "{\"url\": \"/iiif/3/x/info.json\", \"expected\": {}}",
        "{\"url\": \"/images/x.jpg\", \"expect\": {\"status\": 400}}",
        "{\"url\": \"/iiif/3/x/info.json\", \"ip\": \"1.2\", \"expect\": {\"status\": 200}}",
        "{\"url\": \"/iiif/3/x/info.json\", \"expect\": {\"state\": 200}}"
      })
  void aFileThatHoldsNoCasesIsADifference(String text) throws IOException {
    Path cases = Files.createDirectory(folder.resolve("tests"));
    Files.writeString(cases.resolve("odd.json"), text);
    Outcome outcome = check("--tests", cases.toString());
    assertEquals(1, outcome.status(), outcome.text());
    assertTrue(outcome.text().contains("odd.json"), outcome.text());
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() throws IOException {
    assertEquals(2, check().status());
    assertEquals(2, check("--url", URL, "--size", "40").status());
    assertEquals(2, check("--url", URL, "--header", "Cookie").status());
    assertEquals(2, check("--uri", URL).status());
    assertEquals(2, check("--url", "/images/x.jpg").status());
    assertEquals(2, check("--url", URL, "--ip", "999.1.1.1").status());
    assertTrue(check("--help").text().contains("--script FILE"));
  }
}
