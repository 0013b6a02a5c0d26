package org.casaba.delegate.context;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named values that can be read and nothing else. A value is null, a Boolean, a number, a String, a
 * List or Map of values, or Keyed.
 */
public interface Keyed {

  /** The names that there are, in order. */
  List<String> keys();

  /** The value of that name; null if there is none. */
  @Nullable Object get(String key);

  /** Whether there is a value of that name, be it null. */
  default boolean has(String key) {
    return keys().contains(key);
  }

  /** Whether nothing is there of that name, and asking for it is an error. */
  default boolean refuses(String key) {
    return false;
  }

  /** The same as the map has. */
  static Keyed of(Map<?, ?> map) {
    return new Keyed() {
      @Override
      public List<String> keys() {
        return map.keySet().stream().map(String::valueOf).toList();
      }

      @Override
      public boolean has(String key) {
        return map.containsKey(key);
      }

      @Override
      public @Nullable Object get(String key) {
        return map.get(key);
      }
    };
  }
}
