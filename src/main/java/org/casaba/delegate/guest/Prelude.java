package org.casaba.delegate.guest;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** What is run in a context before the script. */
final class Prelude {
  /**
   * What is not there reads as None in brackets too, where scripts would have to look twice. What
   * sends signals would reach the whole server. A dict that json can write is made by to_dict.
   */
  private static final String PYTHON =
      """
      def _prepare():
          import polyglot
          import posix
          import _signal

          at = polyglot.ForeignDict.__getitem__

          def item(self, key):
              try:
                  return at(self, key)
              except KeyError:
                  return None

          def plain(value):
              if isinstance(value, polyglot.ForeignDict):
                  return {key: plain(each) for key, each in value.items()}
              if isinstance(value, polyglot.ForeignList):
                  return [plain(each) for each in value]
              return value

          def refused(*args, **kwargs):
              raise PermissionError("a delegate script may not do this")

          polyglot.ForeignDict.__getitem__ = item
          polyglot.ForeignDict.to_dict = plain
          for module, names in (
              (_signal, ("alarm", "raise_signal", "setitimer", "signal", "set_wakeup_fd")),
              (posix, ("abort", "kill", "killpg", "_exit")),
          ):
              for name in names:
                  if hasattr(module, name):
                      setattr(module, name, refused)

      _prepare()
      del _prepare
      len
      """;

  /** In Python, options are rather written as named arguments, which foreign functions refuse. */
  private static final String PYTHON_HTTP =
      """
      def _named(host):
          def options(given, named):
              for name in named:
                  if name not in ("headers", "timeout"):
                      raise TypeError(
                          f"http has no option {name}, only headers and timeout: "
                          "http.get(url, {'headers': {...}, 'timeout': 0.5})")
              return {**(given or {}), **named}

          class Http:
              __slots__ = ()

              def get(self, url, options_=None, /, **named):
                  return host.get(url, options(options_, named))

              def post(self, url, body, options_=None, /, **named):
                  return host.post(url, body, options(options_, named))

          return Http()

      if "http" in globals():
          http = _named(http)
      del _named
      """;

  private Prelude() {}

  /** Prepares the context, and tells how to measure its strings. */
  static PlainValue.StringLength run(ScriptLanguage language, Context context) {
    return switch (language) {
      // Engine option js.string-length-limit keeps them short.
      case JAVASCRIPT -> string -> string.asString().length();
      case PYTHON -> {
        Source source = Source.newBuilder("python", PYTHON, "prelude").buildLiteral();
        Value length = context.eval(source);
        yield string -> length.execute(string).asLong();
      }
    };
  }

  /** Makes the objects that are bound now fit for the language. */
  static void fit(ScriptLanguage language, Context context) {
    if (language == ScriptLanguage.PYTHON) {
      context.eval(Source.newBuilder("python", PYTHON_HTTP, "prelude").buildLiteral());
    }
  }
}
