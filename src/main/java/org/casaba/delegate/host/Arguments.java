package org.casaba.delegate.host;

import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What a script has passed to a function. */
final class Arguments {
  private final Value[] values;

  Arguments(Value... values) {
    this.values = values;
  }

  int count() {
    return values.length;
  }

  /** The argument there; nothing if it is left out, or the language's null. */
  Optional<Value> get(int index) {
    return index < values.length && !values[index].isNull()
        ? Optional.of(values[index])
        : Optional.empty();
  }

  /** A text that must be there, of at most so many characters. */
  String text(int index, String name, int longest) throws CallException {
    Value value = get(index).filter(Value::isString).orElse(null);
    if (value == null) {
      throw new CallException("needs a string as " + name);
    }
    String text = value.asString();
    if (text.length() > longest) {
      throw new CallException("takes at most " + longest + " characters as " + name);
    }
    return text;
  }

  /** A plain copy of the argument there; null if it is left out. */
  @Nullable Object plain(int index) throws CallException {
    return index < values.length ? PlainCopy.of(values[index]) : null;
  }
}
