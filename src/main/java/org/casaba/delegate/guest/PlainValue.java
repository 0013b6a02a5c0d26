package org.casaba.delegate.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casaba.delegate.answer.IllegalAnswerException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a script answers: null, Boolean, Long, Double, String, List, Map. Everything else is
 * no answer, and neither is what is too deep, too wide or too long, as what contains itself is.
 */
final class PlainValue {
  private static final int DEEPEST = 32;
  private static final int MOST_VALUES = 20_000;
  private static final long MOST_CHARACTERS = 1 << 20;

  private final StringLength length;
  private int values;
  private long characters;

  private PlainValue(StringLength length) {
    this.length = length;
  }

  /** Tells how long a string is without copying it. */
  interface StringLength {
    long of(Value string);
  }

  static @Nullable Object of(Value value, StringLength length) throws IllegalAnswerException {
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    return new PlainValue(length).copy(value, 0);
  }

  private @Nullable Object copy(Value value, int depth) throws IllegalAnswerException {
    if (++values > MOST_VALUES || depth > DEEPEST) {
      throw new IllegalAnswerException("that is too large, too deep, or contains itself");
    }
    if (value.isNull()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isString()) {
      return text(value);
    }
    if (value.isNumber()) {
      return number(value);
    }
    if (value.hasArrayElements()) {
      return list(value, depth);
    }
    if (value.hasHashEntries()) {
      return map(value, depth);
    }
    if (isPlainObject(value)) {
      return object(value, depth);
    }
    String kind = kind(value);
    boolean async = kind.equals("Promise") || kind.equals("coroutine");
    throw new IllegalAnswerException(
        "that is, or contains, " + kind + (async ? ": async functions cannot be asked" : ""));
  }

  private String text(Value value) throws IllegalAnswerException {
    characters += length.of(value);
    if (characters > MOST_CHARACTERS) {
      throw new IllegalAnswerException("that is too long");
    }
    return value.asString();
  }

  private static Object number(Value value) throws IllegalAnswerException {
    if (value.fitsInLong()) {
      return value.asLong();
    }
    if (value.fitsInDouble()) {
      return value.asDouble();
    }
    throw new IllegalAnswerException("that is, or contains, a number too large");
  }

  private List<@Nullable Object> list(Value value, int depth) throws IllegalAnswerException {
    List<@Nullable Object> list = new ArrayList<>();
    long size = value.getArraySize();
    for (long i = 0; i < size; i++) {
      list.add(copy(value.getArrayElement(i), depth + 1));
    }
    return list;
  }

  private Map<String, @Nullable Object> map(Value value, int depth) throws IllegalAnswerException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    Value entries = value.getHashEntriesIterator();
    while (entries.hasIteratorNextElement()) {
      Value entry = entries.getIteratorNextElement();
      Value key = entry.getArrayElement(0);
      if (!key.isString()) {
        throw new IllegalAnswerException("that has a key that is no text");
      }
      map.put(text(key), copy(entry.getArrayElement(1), depth + 1));
    }
    return map;
  }

  private Map<String, @Nullable Object> object(Value value, int depth)
      throws IllegalAnswerException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String key : value.getMemberKeys()) {
      characters += key.length();
      map.put(key, copy(value.getMember(key), depth + 1));
    }
    return map;
  }

  /** Of JavaScript: an object that has not more to it than its members. */
  private static boolean isPlainObject(Value value) {
    return value.hasMembers()
        && !value.canExecute()
        && !value.isException()
        && !value.isMetaObject()
        && !value.isInstant()
        && !value.isDate()
        && !value.isTime()
        && !value.isDuration()
        && !value.hasIterator()
        && !value.isIterator()
        && kind(value).equals("Object");
  }

  private static String kind(Value value) {
    Value kind = value.getMetaObject();
    return kind == null ? "something unknown" : kind.getMetaSimpleName();
  }
}
