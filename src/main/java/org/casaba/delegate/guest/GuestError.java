package org.casaba.delegate.guest;

import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Says of an error in a script where it was: file, line, and in JavaScript column. */
final class GuestError {
  private static final int LONGEST = 500;
  private static final int DEEPEST = 10_000;

  private GuestError() {}

  /**
   * @param name of the script's file
   * @param where " in " and the function that was called, or empty
   */
  static String describe(PolyglotException e, String name, String where) {
    return (e.isExit() ? name : place(e, name)) + where + ": " + message(e, name);
  }

  private static String message(PolyglotException e, String name) {
    if (e.isExit()) {
      return "the script wants to end the program";
    }
    String told = String.valueOf(e.getMessage());
    String message = (e.isSyntaxError() ? bare(told, name) : told).replaceAll("\\p{Cntrl}+", " ");
    return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
  }

  /**
   * Without the place, which stands in front already, and the line with a caret below, which makes
   * no sense in one line.
   */
  private static String bare(String message, String name) {
    String first = message.lines().findFirst().orElse("");
    String file = Pattern.quote(name);
    return first
        .replaceFirst(file + ":[0-9]+(:[0-9]+)? ?", "")
        .replaceFirst(" \\(" + file + ", line [0-9]+\\)", "");
  }

  private static String place(PolyglotException e, String name) {
    int line = lineByTraceback(e, name);
    if (line > 0) {
      return name + ":" + line;
    }
    SourceSection section = e.getSourceLocation();
    if (isIn(section, name)) {
      return place(section, name);
    }
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      if (frame.isGuestFrame() && isIn(frame.getSourceLocation(), name)) {
        return place(frame.getSourceLocation(), name);
      }
    }
    return name;
  }

  private static boolean isIn(@Nullable SourceSection section, String name) {
    return section != null && section.getSource().getName().equals(name);
  }

  private static String place(SourceSection section, String name) {
    return section.hasLines()
        ? name + ":" + section.getStartLine() + ":" + section.getStartColumn()
        : name;
  }

  /** Python keeps the line in the error's traceback; the innermost in the script counts. */
  private static int lineByTraceback(PolyglotException e, String name) {
    int line = 0;
    try {
      Value error = e.getGuestObject();
      Value traceback = error == null ? null : error.getMember("__traceback__");
      for (int i = 0; i < DEEPEST && traceback != null && !traceback.isNull(); i++) {
        Value code = traceback.getMember("tb_frame").getMember("f_code");
        if (code.getMember("co_filename").asString().equals(name)) {
          line = traceback.getMember("tb_lineno").asInt();
        }
        traceback = traceback.getMember("tb_next");
      }
    } catch (RuntimeException ignored) {
      // No traceback, or a script that has hidden it: the engine's own idea must do.
    }
    return line;
  }
}
