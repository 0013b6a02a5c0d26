package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.context.RequestContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip of the pen must not open what a rule is there to close. */
final class MisspelledTest {
  private static final String CORRECT = "function pre_authorize() { return true; }\n";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("delegates.js");
  }

  private String refused(String script) {
    return assertThrows(DelegateException.Failed.class, () -> Scripts.load(file(), script).close())
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "autorize,authorize",
    "authorise,authorize",
    "authroize,authorize",
    "limit,limits",
    "lmiits,limits",
    "redaction,redactions",
    "overlays,overlay",
    "extraIiif4InformationResponseKeys,extra_iiif",
    "pre_autorizes,pre_authorize",
  })
  void misspelledFunctionBesideACorrectOneIsAMistake(String wrong, String meant) {
    String message = refused(CORRECT + "function " + wrong + "() { return false; }");
    assertTrue(message.contains(wrong + " must be called " + meant), message);
  }

  @Test
  void helpersMayBeCalledAsTheyLike() throws Exception {
    String helpers =
        """
        const isAuthorized = () => true;
        const resource = () => 1;
        const author = () => 2;
        const isLimited = () => 3;
        const limit = 4;
        function extra_iiif2_information_response_keys() {}
        function extraIiif3InformationResponseKeys() {}
        """;
    Scripts.load(file(), CORRECT + helpers).close();
  }

  @Test
  void functionsThatAreThereAreNamedWhenNoneIsKnown() {
    String message = refused("function may() {}\nfunction mayNot() {}");
    assertTrue(message.contains("may, mayNot"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return context.identifer !== 'secret';",
        "return context['identifer'] !== 'secret';",
        "try { return context.identifer !== 'secret'; } catch (e) { return true; }",
        "return context.clientIp !== '192.0.2.7';",
        "return !('clientIp' in context) || true && context.clientIp === null;",
        "const {request_header} = context; return true;",
      })
  void misspelledKeyRefusesInJavaScript(String code) throws Exception {
    try (Trial trial = Trial.javaScript(folder)) {
      String message = trial.fails(code);
      assertTrue(message.contains(" is meant"), message);
    }
  }

  @Test
  void misspelledKeyRefusesInPython() throws Exception {
    try (Trial trial = Trial.python(folder)) {
      for (String code :
          new String[] {
            "answer = context.identifer != 'secret'",
            "answer = context['identifer'] != 'secret'",
            "answer = context.get('identifer') != 'secret'",
            "answer = 'identifer' not in context",
          }) {
        String message = trial.fails(code);
        assertTrue(message.contains("there is no identifer in the context"), message);
      }
      trial.does("answer = context.something is None and len(list(context.keys())) == 15");
      assertTrue(trial.fails("async def f(): pass\nanswer = f()").contains("async"), "coroutine");
    }
  }

  @Test
  void otherKeysAreNotThere() throws Exception {
    try (Trial trial = Trial.javaScript(folder)) {
      trial.does(
          "return context.something == null && context.then == null && context.toJSON == null"
              + " && context[Symbol.iterator] !== 1 && JSON.stringify(context).length > 2;");
      assertTrue(trial.fails("return Promise.resolve(true);").contains("async functions"), "async");
      assertFalse(trial.fails("return Promise.resolve(true);").contains("nothing"), "async");
      assertTrue(
          trial
              .fails("const a = []; a.push(a); return a;")
              .contains("answered something that is too large, too deep, or contains itself"),
          "cyclic");
    }
  }

  @Test
  void identifierIsComposed() {
    RequestContext context = new RequestContext(Requests.named("cafe\u0301.jpg"), null);
    assertEquals("caf\u00e9.jpg", context.get("identifier"));
    assertEquals(Optional.of(false), Optional.of(context.personal()));
  }
}
