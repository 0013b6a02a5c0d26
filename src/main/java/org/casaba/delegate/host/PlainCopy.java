package org.casaba.delegate.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Copies values out of a script: strings, numbers, booleans, null, lists, and maps with strings as
 * keys, all of bounded size. Nothing in a copy leads back to the script.
 */
final class PlainCopy {
  private static final int DEEPEST = 8;
  private static final int MOST_VALUES = 2000;
  private static final int MOST_CHARACTERS = 64 * 1024;

  /**
   * JavaScript's plain objects, and not promises, dates or functions, which look like empty ones.
   */
  private static final String OBJECT = "Object";

  private int valuesLeft = MOST_VALUES;
  private int charactersLeft = MOST_CHARACTERS;

  private PlainCopy() {}

  /** A copy that no one can change. */
  static @Nullable Object of(Value value) throws CallException {
    return new PlainCopy().copy(value, DEEPEST);
  }

  private @Nullable Object copy(Value value, int depth) throws CallException {
    if (--valuesLeft < 0 || depth < 0) {
      throw new CallException(
          "takes at most " + MOST_VALUES + " values, and lists " + DEEPEST + " deep");
    }
    if (value.isNull()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isString()) {
      return text(value.asString());
    }
    if (value.isNumber()) {
      return number(value);
    }
    if (value.hasHashEntries()) {
      return entries(value, depth);
    }
    if (value.hasArrayElements() && !value.hasBufferElements()) {
      return elements(value, depth);
    }
    if (value.hasMembers() && kind(value).equals(OBJECT)) {
      return members(value, depth);
    }
    throw new CallException(
        "takes strings, numbers, booleans, null, lists and maps, and not " + kind(value));
  }

  private static String kind(Value value) {
    Value type = value.getMetaObject();
    return type == null ? "this" : type.getMetaSimpleName();
  }

  private String text(String text) throws CallException {
    charactersLeft -= text.length();
    if (charactersLeft < 0) {
      throw new CallException("takes at most " + MOST_CHARACTERS + " characters in all");
    }
    return text;
  }

  private static Object number(Value value) throws CallException {
    if (value.fitsInLong()) {
      return value.asLong();
    }
    if (value.fitsInDouble()) {
      return value.asDouble();
    }
    throw new CallException("takes no number as large as that");
  }

  private List<@Nullable Object> elements(Value value, int depth) throws CallException {
    long size = value.getArraySize();
    List<@Nullable Object> list = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      list.add(copy(value.getArrayElement(i), depth - 1));
    }
    return Collections.unmodifiableList(list);
  }

  private Map<String, @Nullable Object> entries(Value value, int depth) throws CallException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    Value iterator = value.getHashEntriesIterator();
    while (iterator.hasIteratorNextElement()) {
      Value entry = iterator.getIteratorNextElement();
      Value key = entry.getArrayElement(0);
      if (!key.isString()) {
        throw new CallException("takes maps with strings as keys, and no others");
      }
      map.put(text(key.asString()), copy(entry.getArrayElement(1), depth - 1));
    }
    return Collections.unmodifiableMap(map);
  }

  private Map<String, @Nullable Object> members(Value value, int depth) throws CallException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String key : value.getMemberKeys()) {
      map.put(text(key), copy(value.getMember(key), depth - 1));
    }
    return Collections.unmodifiableMap(map);
  }
}
