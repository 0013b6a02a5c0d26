package org.casaba.delegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PythonObjectsTest {
  private static Scripts scripts;
  private static ExampleServer server;
  private static HostObjects objects;
  private static Context context;

  @BeforeAll
  static void start() throws Exception {
    scripts = new Scripts("python");
    server = new ExampleServer();
    objects = new HostObjects(Examples.settings(server), Duration.ofSeconds(30));
    context = scripts.context(objects);
  }

  @AfterAll
  static void stop() {
    scripts.close();
    objects.close();
    server.close();
  }

  /** What {@code r} is after this code. */
  private static String result(String code) {
    scripts.text(context, "r = 'not set'");
    String told = scripts.text(context, code.replace("URL", server.uri("")));
    String result = scripts.text(context, "str(r)");
    return result.equals("not set") ? told : result;
  }

  @Test
  void answersAreReadAsMembersAndKeys() {
    assertEquals(
        "200 200 a, b None False Zoë",
        result(
            """
            import json
            a = http.get('URL/user', {'headers': {'X-Token': 'a', 'X-None': None}, 'timeout': 5})
            h = a['headers']
            r = f"{a.status} {a['status']} {h['x-two']} {h.get('y')} {'y' in h} {json.loads(a.body)['name']}"
            """));
  }

  @Test
  void errorsAreCaughtAsExceptions() {
    assertEquals(
        "http.get may not ask http://other.example: the configuration does not list it in"
            + " delegate.http.hosts",
        result(
            """
            try:
                http.get('http://other.example/')
            except Exception as e:
                r = e
            """));
  }

  @Test
  void errorsThatAreNotCaughtAreTold() {
    assertEquals("RuntimeError: cache.get needs a string as key", result("cache.get(5)"));
  }

  @Test
  void settingsAreThoseThatAreListed() {
    assertEquals(
        "10000000 None None None " + server.uri("/user"),
        result(
            """
            r = (f"{settings['limits.max_area']} {settings.nothing} {settings.get('admin.password')} "
                 f"{settings.get('x')} {settings.login_service}")
            """));
  }

  @Test
  void cachedValuesAreCopiesThatAllContextsShare() {
    result(
        """
        value = {'text': 'ä', 'list': [1, 2.5, True, None, ('deep',)]}
        cache.put('a', value, 5)
        value['text'] = 'changed'
        """);
    Context other = scripts.context(objects);
    assertEquals(
        "ä 5 2.5 False deep None",
        scripts.text(
            other,
            "a = cache.get('a')\n"
                + "f\"{a.text} {len(a['list'])} {a.list[1]} {'none' in a} {a.list[4][0]}"
                + " {cache.get('b')}\""));
  }

  @Test
  void onlyPlainValuesAreCached() {
    for (String value :
        List.of(
            "{1, 2}", "{1: 2}", "b'x'", "object()", "len", "2 ** 70", "(x for x in [1])", "str")) {
      String told = result("cache.put('a', " + value + ")");
      assertTrue(told.startsWith("RuntimeError: cache.put takes"), value + ": " + told);
    }
  }

  @Test
  void nothingCanBeChanged() {
    for (String change :
        List.of("settings.x = 1", "settings['x'] = 1", "http.get = len", "http.mine = 1")) {
      String told = result(change);
      assertTrue(told.contains("Error"), change + ": " + told);
    }
    assertEquals("404", result("r = http.get('URL/none').status"));
  }
}
