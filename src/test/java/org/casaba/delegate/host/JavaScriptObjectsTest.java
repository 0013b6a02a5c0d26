package org.casaba.delegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaScriptObjectsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static Scripts scripts;

  private ExampleServer server;
  private HostObjects objects;
  private Context context;

  @BeforeAll
  static void startLanguage() {
    scripts = new Scripts("js");
  }

  @AfterAll
  static void stopLanguage() {
    scripts.close();
  }

  @BeforeEach
  void start() throws Exception {
    server = new ExampleServer();
    objects = new HostObjects(Examples.settings(server), LONG);
    context = scripts.context(objects);
  }

  @AfterEach
  void stop() {
    objects.close();
    server.close();
  }

  private String text(String code) {
    return scripts.text(context, code.replace("URL", server.uri("")));
  }

  private void assertThrown(String part, String code) {
    String caught =
        text(
            "try { "
                + code
                + "; 'nothing thrown' } catch (e) { (e instanceof Error) + e.message }");
    assertTrue(caught.startsWith("true") && caught.contains(part), caught);
  }

  @Test
  void answersAreReadAsMembersAndKeys() {
    assertEquals(
        "200 200 a, b undefined Zoë",
        text(
            """
            const a = http.get('URL/user');
            `${a.status} ${a['status']} ${a.headers['x-two']} ${a.headers['x-three']} `
                + JSON.parse(a.body).name
            """));
  }

  @Test
  void headersAndBodyAreSent() {
    text(
        """
        http.get('URL/user', {headers: {'X-Token': 'a b', 'X-None': null}, timeout: 5});
        http.post('URL/user', 'käse', {headers: {'x-token': 7}});
        http.post('URL/user', '');
        """);
    String host = "127.0.0.1:" + server.port();
    assertEquals(
        List.of(
            "GET /user " + host + " a b ",
            "POST /user " + host + " 7 käse",
            "POST /user " + host + " null "),
        server.requests);
  }

  @Test
  void redirectsAreTold() {
    assertEquals(
        "302 " + server.uri("/user"),
        text(
            """
            const a = http.get('URL/away');
            a.status + ' ' + a.headers.location
            """));
  }

  @Test
  void connectionsAreMadeToTheAddressThatWasChecked() {
    HostPattern host = HostPattern.of("public.example:" + server.port()).orElseThrow();
    HostSettings.Http settings = new HostSettings.Http(List.of(host), List.of(), LONG, 1000);
    try (HostObjects pinned =
        new HostObjects(
            new HostSettings(settings, 1, Map.of()),
            LONG,
            new Destinations(settings, this::loopback, any -> true))) {
      assertEquals(
          "200",
          scripts.text(
              scripts.context(pinned),
              "http.get('http://public.example:" + server.port() + "/user?q=1').status"));
    }
    String url = "http://public.example:" + server.port();
    assertEquals(
        List.of("GET " + url + "/user?q=1 public.example:" + server.port() + " null "),
        server.requests);
  }

  private InetAddress[] loopback(String host) throws UnknownHostException {
    if (!host.equals("public.example")) {
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  @Test
  void privateAddressesAreRefused() {
    HostPattern host = HostPattern.of("localhost:" + server.port()).orElseThrow();
    HostSettings settings =
        new HostSettings(new HostSettings.Http(List.of(host), List.of(), LONG, 1000), 1, Map.of());
    try (HostObjects strict = new HostObjects(settings, LONG)) {
      String told =
          scripts.text(
              scripts.context(strict), "http.get('http://localhost:" + server.port() + "/user')");
      assertTrue(told.contains("private network") && told.contains("delegate.http.private_hosts"));
    }
    assertEquals(List.of(), server.requests);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "http.get('http://other.example/'); http.get may not ask http://other.example",
        "http.get('http://other.example/'); delegate.http.hosts",
        "http.get('https://127.0.0.1/'); may not ask",
        "http.get('http://127.1/'); absolute http or https URL",
        "http.get('ftp://127.0.0.1/'); absolute http or https URL",
        "http.get('file:///etc/passwd'); absolute http or https URL",
        "http.get('http://user:secret@127.0.0.1/'); absolute http or https URL",
        "http.get('/user'); absolute http or https URL",
        "http.get('http://a b/'); absolute http or https URL",
        "http.get(); needs a string as URL",
        "http.get(null); needs a string as URL",
        "http.get('URL/user', 5); needs a map of options",
        "http.get('URL/user', {header: {}}); has no option header",
        "http.get('URL/user', {headers: 'x'}); needs a map of headers",
        "http.get('URL/user', {headers: {Host: 'x'}}); called Host",
        "http.get('URL/user', {headers: {'content-LENGTH': 1}}); called content-LENGTH",
        "http.get('URL/user', {headers: {'Connection': 'x'}}); called Connection",
        "http.get('URL/user', {headers: {'a\\r\\nb': 'x'}}); called a\\u000d\\u000ab",
        "http.get('URL/user', {headers: {a: 'x\\r\\nHost: y'}}); needs a line of ASCII",
        "http.get('URL/user', {headers: {a: ['x']}}); needs a line of ASCII",
        "http.get('URL/user', {timeout: 0}); number of seconds",
        "http.get('URL/user', {timeout: -1}); number of seconds",
        "http.get('URL/user', {timeout: NaN}); number of seconds",
        "http.get('URL/user', {timeout: 'x'}); number of seconds",
        "http.post('URL/user'); needs a string as body",
        "http.post('URL/user', {}); needs a string as body",
        "http.post('URL/user', 'x'.repeat(2000000)); takes at most",
        "http.get('URL/long'); got no answer from",
      })
  void whatIsWrongIsAnErrorOfTheScript(String code, String part) {
    assertThrown(part, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/slow", "/trickle"})
  void waitingEnds(String path) {
    assertThrown("within 200 ms", "http.get('URL" + path + "', {timeout: 0.2})");
  }

  @Test
  void nobodyWaitsLongerThanTheScriptMay() {
    try (HostObjects brief = new HostObjects(Examples.settings(server), Duration.ofMillis(150))) {
      String told = scripts.text(scripts.context(brief), "http.get('" + server.uri("/slow") + "')");
      assertTrue(told.endsWith("within 150 ms"), told);
      told =
          scripts.text(
              scripts.context(brief),
              "http.get('" + server.uri("/slow") + "', {timeout: Infinity})");
      assertTrue(told.endsWith("within 150 ms"), told);
    }
  }

  @Test
  void cancellingTheScriptEndsTheRequest() throws Exception {
    Thread watchdog =
        Thread.ofPlatform()
            .start(() -> {
              try {
                server.waiting.await();
                context.close(true);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    String endless = "for (;;) { try { http.get('" + server.uri("/slow") + "') } catch (e) { } }";
    PolyglotException e = assertThrows(PolyglotException.class, () -> context.eval("js", endless));
    assertTrue(e.isCancelled());
    watchdog.join();
  }

  @Test
  void interruptingTheThreadEndsTheRequest() throws Exception {
    Thread script = Thread.currentThread();
    Thread watchdog =
        Thread.ofPlatform()
            .start(() -> {
              try {
                server.waiting.await();
                script.interrupt();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    String told = text("http.get('URL/slow')");
    assertTrue(Thread.interrupted());
    assertTrue(told.contains("interrupted"), told);
    watchdog.join();
  }

  @Test
  void settingsAreThoseThatAreListed() {
    assertEquals(
        "10000000 null null null " + server.uri("/user"),
        text(
            """
            `${settings['limits.max_area']} ${settings.nothing} ${settings['admin.password']} `
                + `${settings['toString']} ${settings.login_service}`
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings.login_service = 'x'",
        "http.get = () => ({status: 200})",
        "http.mine = 1",
        "delete http.get",
      })
  void nothingCanBeChanged(String code) {
    text("'use strict'; " + code);
    assertEquals(
        server.uri("/user") + " 404 undefined",
        text("settings.login_service + ' ' + http.get('URL/none').status + ' ' + http.mine"));
  }

  @Test
  void cachedValuesAreCopiesThatAllContextsShare() {
    text(
        """
        const value = {text: 'ä', list: [1, 2.5, true, null, {deep: []}]};
        cache.put('a', value);
        value.text = 'changed';
        """);
    Context other = scripts.context(objects);
    assertEquals(
        "{\"text\":\"ä\",\"list\":[1,2.5,true,null,{\"deep\":[]}]}",
        scripts.text(other, "JSON.stringify(cache.get('a'))"));
    assertEquals(
        "ä 5 2.5 undefined false null",
        scripts.text(
            other,
            """
            const a = cache.get('a');
            `${a.text} ${a['list'].length} ${a.list[1]} ${a.none} ${'none' in a} ${cache.get('b')}`
            """));
    scripts.text(other, "cache.remove('a')");
    assertEquals("null", text("String(cache.get('a'))"));
  }

  @Test
  void wholeNumbersComeBackWhole() {
    assertEquals(
        "7 number true true 1790000000000",
        text(
            """
            const now = 1.79e12;
            cache.put('numbers', [7, now, 2.5]);
            const [seven, then] = cache.get('numbers');
            `${seven} ${typeof then} ${Number.isInteger(then)} ${then === now} ${JSON.stringify(then)}`
            """));
  }

  @Test
  void answersCanBeCached() {
    assertEquals(
        "200 a, b",
        text(
            """
            cache.put('answer', http.get('URL/user'), 5);
            cache.get('answer').status + ' ' + cache.get('answer').headers['x-two']
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cache.put('a'); needs a key and a value",
        "cache.put(1, 2); needs a string as key",
        "cache.put('k'.repeat(1001), 2); takes at most 1000 characters as key",
        "cache.put('a', () => 1); takes strings, numbers",
        "cache.put('a', {f() {}}); takes strings, numbers",
        "cache.put('a', Promise.reject(1)); takes strings, numbers",
        "cache.put('a', new Date()); takes strings, numbers",
        "cache.put('a', new class Point {}()); and not Point",
        "cache.put('a', /x/); takes strings, numbers",
        "cache.put('a', new Error('x')); takes strings, numbers",
        "cache.put('a', Symbol('x')); takes strings, numbers",
        "cache.put('a', new Set([1])); takes strings, numbers",
        "cache.put('a', new ArrayBuffer(5)); takes strings, numbers",
        "cache.put('a', 2n ** 70n + 1n); takes no number as large",
        "cache.put('a', 'x'.repeat(70000)); takes at most 65536 characters",
        "cache.put('a', Array(2001).fill(1)); takes at most 2000 values",
        "cache.put('a', Array(1e9)); takes at most 2000 values",
        "(a => { a.push(a), cache.put('a', a) })([]); lists 8 deep",
        "cache.put('a', 1, 0); number of seconds",
        "cache.put('a', 1, '5'); number of seconds",
        "cache.get(); needs a string as key",
        "cache.remove({}); needs a string as key",
      })
  void onlyPlainValuesAreCached(String code, String part) {
    assertThrown(part, code);
  }

  @Test
  void aLineOfTheLogIsOneLine() {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("org.casaba.delegate.script");
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    logger.setLevel(Level.FINE);
    try {
      text(
          """
          log.debug('a', 1, null, {x: [1]});
          log.info('line\\r\\nSEVERE: forged\\u2028\\u202e\\u001b[31m');
          log.warn('x'.repeat(5000));
          log.error();
          """);
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
      logger.setLevel(null);
    }
    assertEquals("FINE a 1 null {\"x\":[1]}", lines.get(0));
    assertEquals("INFO line\\u000d\\u000aSEVERE: forged\\u2028\\u202e\\u001b[31m", lines.get(1));
    assertEquals("WARNING " + "x".repeat(2000) + "…", lines.get(2));
    assertEquals("SEVERE ", lines.get(3));
  }
}
