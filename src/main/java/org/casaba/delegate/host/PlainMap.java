package org.casaba.delegate.host;

import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyHashMap;
import org.graalvm.polyglot.proxy.ProxyIterator;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * Plain values by name, to be read as members and as keys in both languages, and not to be changed.
 *
 * @param values strings, numbers, booleans, null, and lists and maps of these
 * @param open whether members that are not there can be read too, as null
 */
record PlainMap(Map<String, @Nullable Object> values, boolean open)
    implements ProxyObject, ProxyHashMap {

  /** The value as scripts may hold it. */
  static @Nullable Object toScript(@Nullable Object plain) {
    return switch (plain) {
      case Map<?, ?> map -> new PlainMap(strings(map), false);
      case List<?> list -> new PlainList(list);
      case null, default -> plain;
    };
  }

  @SuppressWarnings("unchecked") // PlainCopy makes no other maps
  private static Map<String, @Nullable Object> strings(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }

  @Override
  public @Nullable Object getMember(String key) {
    return toScript(values.get(key));
  }

  @Override
  public Object getMemberKeys() {
    return ProxyArray.fromArray(values.keySet().toArray());
  }

  @Override
  public boolean hasMember(String key) {
    return open || values.containsKey(key);
  }

  @Override
  public void putMember(String key, Value value) {
    throw new UnsupportedOperationException(key + " cannot be changed");
  }

  @Override
  public long getHashSize() {
    return values.size();
  }

  @Override
  public boolean hasHashEntry(Value key) {
    return key.isString() && values.containsKey(key.asString());
  }

  @Override
  public @Nullable Object getHashValue(Value key) {
    return key.isString() ? getMember(key.asString()) : null;
  }

  @Override
  public void putHashEntry(Value key, Value value) {
    throw new UnsupportedOperationException(key + " cannot be changed");
  }

  @Override
  public Object getHashEntriesIterator() {
    return ProxyIterator.from(
        values.entrySet().stream()
            .<Object>map(e -> ProxyArray.fromArray(e.getKey(), toScript(e.getValue())))
            .iterator());
  }
}
