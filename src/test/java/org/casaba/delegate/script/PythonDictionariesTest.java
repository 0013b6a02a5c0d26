package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casaba.delegate.Access;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.host.HostObjects;
import org.casaba.delegate.host.HostSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script in Python is given behaves as Python's own dictionaries do. */
final class PythonDictionariesTest {
  private static final String SCRIPT =
      """
      def authorize(context):
          names = {"context": context, "cache": cache, "settings": settings, "http": http}
          try:
              return {"status_code": 403, "message": str(eval(context.request_headers["X-Do"], names))}
          except Exception as e:
              return {"status_code": 403, "message": f"{type(e).__name__}: {e}"}
      """;

  @TempDir static Path folder;
  private static HostObjects objects;
  private static ScriptDelegate delegate;

  @BeforeAll
  static void load() throws Exception {
    HostSettings.Http nowhere =
        new HostSettings.Http(List.of(), List.of(), Duration.ofSeconds(1), 1000);
    objects =
        new HostObjects(
            new HostSettings(nowhere, 10, Map.of("token", "secret")), Duration.ofSeconds(10));
    Path file = folder.resolve("delegates.py");
    Scripts.write(file, SCRIPT);
    delegate = ScriptDelegate.load(Scripts.settings(file), objects::globals);
  }

  @AfterAll
  static void close() {
    delegate.close();
    objects.close();
  }

  private static String is(String expression) throws Exception {
    Inquiry inquiry =
        delegate.inquiry(Requests.image("x-do", expression, "x-here", "yes", "cookie", "a=1"));
    inquiry.admit();
    Access access = inquiry.permit(Requests.known());
    return ((Access.Refused) access).message();
  }

  @Test
  void absentNamesGiveTheDefault() throws Exception {
    for (String dict :
        List.of(
            "context",
            "context.request_headers",
            "context.cookies",
            "context.full_size",
            "context.operations[0]",
            "context.metadata",
            "context.metadata.exif",
            "context.metadata.exif.IFD0",
            "settings",
            "cache")) {
      assertEquals("other", is(dict + ".get('nothing', 'other')"), dict);
      assertEquals("None", is(dict + ".get('nothing')"), dict);
    }
  }

  @Test
  void presentNamesGiveTheirValue() throws Exception {
    assertEquals("yes", is("context.request_headers.get('X-Here', 'no')"));
    assertEquals("1", is("context.cookies.get('a', 'no')"));
    assertEquals("Crop", is("context.operations[0].get('class', 'no')"));
    assertEquals("secret", is("settings.get('token', 'no')"));
    assertEquals("192.0.2.7", is("context.get('client_ip', 'no')"));
    assertEquals("N. N.", is("context.metadata.exif.IFD0.get('Artist', 'no')"));
  }

  @Test
  void whatIsNotThereIsNotInItAndReadsAsNone() throws Exception {
    assertEquals(
        "True False",
        is(
            "f\"{'X-HERE' in context.request_headers} "
                + "{'x-gone' in context.request_headers}\""));
    assertEquals("True False", is("f\"{'client_ip' in context} {'nothing' in context}\""));
    assertEquals("None None", is("f\"{context.cookies['b']} {settings['b']}\""));
    assertEquals("False", is("'b' in settings"));
    DelegateException.Failed misspelled =
        assertThrows(DelegateException.Failed.class, () -> is("context.get('client_id', 'x')"));
    assertTrue(misspelled.getMessage().contains("client_ip is meant"));
  }

  @Test
  void theyAreGoneThroughAsDictionariesAre() throws Exception {
    assertEquals("[('width', 6000), ('height', 4000)]", is("list(context.full_size.items())"));
    assertEquals("['width', 'height']", is("list(context.full_size)"));
    assertEquals("['width', 'height']", is("list(context.full_size.keys())"));
    assertEquals("[6000, 4000]", is("list(context.full_size.values())"));
    assertEquals("2 {'token': 'secret'}", is("f\"{len(context.full_size)} {dict(settings)}\""));
  }

  @Test
  void cachedValuesAreToldFromNone() throws Exception {
    assertEquals("None", is("(cache.put('none', None), cache.get('none', 5))[1]"));
    assertEquals("5", is("cache.get('gone', 5)"));
    assertEquals("{'a': 1}", is("cache.get('gone', {'a': 1})"));
  }

  @Test
  void wholeNumbersComeBackWhole() throws Exception {
    String all = "(cache.put('n', [7, 2**40, 2.5]), [repr(n) for n in cache.get('n')])[1]";
    assertEquals("['7', '1099511627776', '2.5']", is(all));
  }

  @Test
  void optionsOfHttpMayBeNamed() throws Exception {
    assertEquals(
        "RuntimeError: http.get may not ask http://other.example: the configuration does not list"
            + " it in delegate.http.hosts",
        is("http.get('http://other.example/', timeout=0.2, headers={'A': 'b'})"));
    assertTrue(is("http.post('http://other.example/', 'x', timeout=0.2)").contains("may not ask"));
    assertTrue(is("http.get('http://o.example/', {'timeout': 1})").contains("may not ask"));
    assertTrue(
        is("http.get('http://other.example/', tiemout=1)")
            .startsWith("TypeError: http has no option tiemout"));
  }
}
