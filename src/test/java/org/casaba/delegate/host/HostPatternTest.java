package org.casaba.delegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostPatternTest {

  @ParameterizedTest
  @CsvSource({
    "login.example.org, https://login.example.org/, true",
    "login.example.org, http://LOGIN.example.org:80/, true",
    "login.example.org, https://login.example.org:80/, false",
    "login.example.org, https://login.example.org:8443/, false",
    "login.example.org:8443, https://login.example.org:8443/, true",
    "login.example.org:8443, https://login.example.org/, false",
    "login.example.org, https://login.example.org./, false",
    "login.example.org, https://xlogin.example.org/, false",
    "login.example.org, https://login.example.org.evil.example/, false",
    "*.example.org, https://a.b.example.org/, true",
    "*.Example.org, https://example.org/, false",
    "*.example.org, https://evilexample.org/, false",
    "*.example.org:81, http://a.example.org:81/, true",
    "192.0.2.7, http://192.0.2.7/, true",
    "[2001:db8::7], http://[2001:DB8:0::7]/, true",
    "[::1]:8080, http://[::1]:8080/, true",
    "[::1]:8080, http://[::1]/, false",
  })
  void meansHostAndPort(String pattern, URI uri, boolean meant) {
    int standard = Destinations.isSecure(uri) ? 443 : 80;
    int port = uri.getPort() < 0 ? standard : uri.getPort();
    assertEquals(
        meant, HostPattern.of(pattern).orElseThrow().matches(uri.getHost(), port, standard));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "*.",
        "a.*.org",
        "http://a.org",
        "a.org/",
        "a.org:0",
        "a.org:65536",
        "a.org:x",
        "a b",
        "-a.org",
        "[::1",
        "[1:2]",
        "*.[::1]",
        "::1",
      })
  void nothingElseIsAHost(String text) {
    assertEquals(Optional.empty(), HostPattern.of(text));
  }
}
