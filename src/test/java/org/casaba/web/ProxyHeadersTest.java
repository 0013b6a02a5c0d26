package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.casaba.deployment.RawRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom trusted proxies ask for, and at which address: asked over HTTP from a trusted one. */
final class ProxyHeadersTest {
  private static final WebSettings SETTINGS =
      new WebSettings(
          null,
          null,
          List.of("127.0.0.0/8", "::1", "10.0.0.0/8"),
          new CachingSettings("public", ""));
  private static final Tomcat TOMCAT = new Tomcat();

  @TempDir static Path folder;
  private static URI server = URI.create("http://localhost");

  /** Answers who asks, and the address of the application. */
  private static final class Echo extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String text =
          new ClientAddress(SETTINGS).of(request).orElse("none")
              + " "
              + new PublicUri(SETTINGS).of(request);
      response.getWriter().write(text);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    TOMCAT.setBaseDir(Files.createDirectories(folder.resolve("tomcat")).toString());
    TOMCAT.setPort(0);
    Context context = TOMCAT.addContext("", folder.toString());
    Tomcat.addServlet(context, "echo", new Echo()).addMapping("/*");
    TOMCAT.start();
    server = URI.create("http://127.0.0.1:" + TOMCAT.getConnector().getLocalPort() + "/");
  }

  @AfterAll
  static void stop() throws Exception {
    TOMCAT.stop();
    TOMCAT.destroy();
  }

  private static String[] echo(String headers) throws IOException {
    String[] lines = headers.isEmpty() ? new String[0] : headers.split(" & ", -1);
    RawRequest.Answer answer = RawRequest.get(server, "/").with(lines).send();
    assertEquals(200, answer.status(), answer.text());
    return answer.text().split(" ", -1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 127.0.0.1",
        "X-Forwarded-For: 203.0.113.9 | 203.0.113.9",
        "X-Forwarded-For: 203.0.113.9, 198.51.100.1 | 198.51.100.1",
        "X-Forwarded-For: 203.0.113.9, 10.0.0.1 | 203.0.113.9",
        "X-Forwarded-For: 203.0.113.9 & X-Forwarded-For: 10.0.0.1 | 203.0.113.9",
        "X-Forwarded-For: 203.0.113.9:4711, ::ffff:10.0.0.1 | 203.0.113.9",
        "X-Forwarded-For: ::ffff:203.0.113.9 | 203.0.113.9",
        "X-Forwarded-For: ::FFFF:CB00:7109 | 203.0.113.9",
        "X-Forwarded-For: 2001:DB8:0:0:0:0:0:9 | 2001:db8::9",
        "X-Forwarded-For: [2001:DB8::0:9]:4711 | 2001:db8::9",
        "X-Forwarded-For: 203.0.113.9, 999.1.1.1, 10.0.0.1 | none",
        "X-Forwarded-For: 999.1.1.1, 10.0.0.1 | none",
        "X-Forwarded-For: 999.1.1.1 | none",
        "X-Forwarded-For: :::: | none",
        "X-Forwarded-For: 1 | none",
        "X-Forwarded-For: unknown | none",
        "X-Forwarded-For: fe80::9%eth0 | none",
        "X-Forwarded-For: unknown, 203.0.113.9 | 203.0.113.9",
        "Forwarded: for=unknown | none",
        "Forwarded: for=\"_hidden\" | none",
        "X-Forwarded-For: [2001:db8::1]:80 | 2001:db8::1",
        "'X-Forwarded-For: 203.0.113.9,' | none",
        "Forwarded: for=203.0.113.9 | 203.0.113.9",
        "Forwarded: proto=https;For=\"[2001:DB8::9]:4711\" | 2001:db8::9",
        "Forwarded: for=203.0.113.9, for=10.0.0.1 | 203.0.113.9",
        "Forwarded: for=203.0.113.9, proto=https | none",
        "Forwarded: for=_hidden, for=10.0.0.1 | none",
        "Forwarded: for=203.0.113.9 & X-Forwarded-For: 198.51.100.1 | 198.51.100.1",
        "Forwarded: for=203.0.113.9 & X-Forwarded-Proto: https | 127.0.0.1",
        "Forwarded: for=203.0.113.9 & X-Forwarded-Path: /a | 127.0.0.1"
      })
  void aCallerIsWhomTrustedProxiesName(String headers, String client) throws IOException {
    assertEquals(client, echo(headers)[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Forwarded: host=a.example;proto=https | https://a.example",
        "Forwarded: host=b.example, host=\"a.example:81\" | http://a.example:81",
        "X-Forwarded-Host: b.example, a.example | http://a.example",
        "Forwarded: host=b.example;proto=https & X-Forwarded-Host: a.example | http://a.example",
        "Forwarded: proto=https & X-Forwarded-Host: a.example & X-Forwarded-For: 203.0.113.9"
            + " | http://a.example",
        "X-Forwarded-Host: a.example & X-Forwarded-Path: /b & X-Forwarded-Prefix: /a"
            + " | http://a.example/a"
      })
  void theAddressIsTheOneThatTrustedProxiesName(String headers, String uri) throws IOException {
    assertEquals(uri, echo(headers)[1]);
  }
}
