package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.casaba.delegate.Access;
import org.casaba.delegate.answer.AccessAnswer;
import org.casaba.delegate.answer.IllegalAnswerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects may lead to, from {@code https://iiif.example}. */
final class LocationsTest {
  private static final AccessAnswer ANSWER = new AccessAnswer(List.of("login.example.org"));

  private static Access redirect(String location) throws IllegalAnswerException {
    return ANSWER.read(Map.of("status_code", 302L, "location", location), Requests.image());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "login?to=//evil.example",
        "../x",
        "?a",
        "#a",
        "https://iiif.example/login",
        "http://IIIF.example:8080/login",
        "https://login.example.org/?to=%0d%0a",
        "HTTPS://Login.Example.ORG/",
      })
  void ownAndListedHostsMayBeRedirectedTo(String location) throws Exception {
    assertEquals(new Access.Redirected(302, URI.create(location)), redirect(location));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "////evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
        "https:evil.example",
        "https:/evil.example",
        "https:///evil.example",
        "https:\\\\evil.example",
        "https://evil.example/",
        "https://iiif.example@evil.example/",
        "https://evil.example\\@iiif.example/",
        "https://user@iiif.example/",
        "https://user:word@iiif.example/",
        "https://iiif.example.evil.example/",
        "https://evil.example/iiif.example",
        "https://iiif.example./",
        "https://iiif.example%2eevil.example/",
        "https://xlogin.example.org/",
        "https://login.example.org.evil.example/",
        "https://evil.example#@iiif.example/",
        "https://evil.example?@iiif.example/",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://iiif.example/",
        "vbscript:x",
        "view-source:https://iiif.example/",
        "/a\r\nSet-Cookie: a=b",
        "/a\nb",
        "/a\u0000",
        "/a\u2028b",
        "/a b",
        "/%zz",
        " /a",
        "",
        " ",
        "https://",
        "https://[::1]evil/",
        "https://1.2.3.4/",
        "https://\u2025evil/",
      })
  void nothingElseMayBeRedirectedTo(String location) {
    assertThrows(IllegalAnswerException.class, () -> redirect(location));
  }

  @Test
  void challengesAreInAscii() {
    Map<String, Object> answer = Map.of("status_code", 401L, "challenge", "Basic realm=\"Köln\"");
    assertThrows(IllegalAnswerException.class, () -> ANSWER.read(answer, Requests.image()));
  }

  @Test
  void lineBreaksDoNotGetIntoHeadersOrPages() {
    for (String key : List.of("challenge", "message")) {
      for (String text : List.of("a\r\nb", "a\nb", "a\rb", "a\u0000", "a\u0085b", "a\u2029b", "")) {
        Map<String, Object> answer =
            key.equals("challenge")
                ? Map.of("status_code", 401L, key, text)
                : Map.of("status_code", 403L, key, text);
        assertThrows(
            IllegalAnswerException.class, () -> ANSWER.read(answer, Requests.image()), text);
      }
    }
  }
}
