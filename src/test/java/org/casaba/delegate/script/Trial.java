package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Logger;
import org.casaba.delegate.Access;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.RequestFacts;

/** A script that does what a header of the request says, so that one engine serves many tests. */
record Trial(ScriptDelegate delegate, String wellBehaved) implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Trial.class.getName());
  private static final int ATTEMPTS = 4;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** A header is the body of a function. */
  static Trial javaScript(Path folder) throws Exception {
    return start(
        TIMEOUT,
        folder.resolve("delegates.js"),
        "const preAuthorize = c => new Function('context', c.request_headers['X-Do'])(c);\n",
        "return context.identifier === 'maps/a.tif';");
  }

  /** A header is lines that set {@code answer}. */
  static Trial python(Path folder) throws Exception {
    return python(folder, TIMEOUT);
  }

  /**
   * The same where scripts may take that long, since modules take long to load on a busy machine.
   */
  static Trial python(Path folder, Duration timeout) throws Exception {
    return start(
        timeout,
        folder.resolve("delegates.py"),
        """
        kept = {}

        def pre_authorize(context):
            names = {"context": context, "kept": kept}
            exec(context.request_headers["X-Do"], names)
            return names["answer"]
        """,
        "answer = context.identifier == 'maps/a.tif'");
  }

  private static Trial start(Duration timeout, Path file, String script, String wellBehaved)
      throws Exception {
    Scripts.write(file, script);
    return new Trial(
        ScriptDelegate.load(
            Scripts.settings(file, timeout, Scripts.NO_LOOKUP), language -> Map.of()),
        wellBehaved);
  }

  Access does(String code) throws DelegateException {
    return delegate.inquiry(request(code)).admit();
  }

  static RequestFacts request(String code) {
    return Requests.image("x-do", code);
  }

  /** The request is refused for what the script does, and the next one is answered. */
  String fails(String code) throws DelegateException {
    String message =
        assertThrows(DelegateException.Failed.class, () -> patiently(code), code).getMessage();
    answersOthers();
    return message;
  }

  /** What the script does is stopped, and the next request is answered. */
  String isStopped(String code) throws DelegateException {
    String message =
        assertThrows(DelegateException.Busy.class, () -> does(code), code).getMessage();
    answersOthers();
    return message;
  }

  /** In either context of the pool. */
  void answersOthers() throws DelegateException {
    for (int i = 0; i < 3; i++) {
      assertEquals(Access.Granted.EVERYTHING, patiently(wellBehaved));
    }
  }

  /** On a machine that is busy with other things too, what is quick by itself can take too long. */
  private Access patiently(String code) throws DelegateException {
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        return does(code);
      } catch (DelegateException.Busy e) {
        LOG.fine(e::getMessage);
      }
    }
    return does(code);
  }

  @Override
  public void close() {
    delegate.close();
  }
}
