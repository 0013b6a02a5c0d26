package org.casaba.delegate.guest;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** What is run in a context before the script. */
final class Prelude {
  /**
   * Names that are not there read as None, so that {@code in} has to look at the value. What sends
   * signals would reach the whole server. A dict that json can write is made by to_dict.
   */
  private static final String PYTHON =
      """
      def _prepare():
          import polyglot
          import posix
          import _signal

          there = polyglot.ForeignDict.__contains__

          def contains(self, key):
              return there(self, key) and (
                  self[key] is not None or any(each == key for each in self.keys()))

          def plain(value):
              if isinstance(value, polyglot.ForeignDict):
                  return {key: plain(each) for key, each in value.items()}
              if isinstance(value, polyglot.ForeignList):
                  return [plain(each) for each in value]
              return value

          def refused(*args, **kwargs):
              raise PermissionError("a delegate script may not do this")

          polyglot.ForeignDict.__contains__ = contains
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
}
