package org.casaba.delegate.guest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casaba.delegate.context.Keyed;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyHashMap;
import org.graalvm.polyglot.proxy.ProxyIterator;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * Named values as a script sees them: {@code .name} and {@code ["name"]} in either language, null
 * for names that there are not, and nothing to be changed.
 */
final class ObjectView implements ProxyObject, ProxyHashMap {
  private final Keyed values;
  private final Views views;
  private final Map<String, Object> shown = new HashMap<>(8);

  ObjectView(Keyed values, Views views) {
    this.values = values;
    this.views = views;
  }

  @Override
  public @Nullable Object getMember(String key) {
    views.lifetime().check();
    Object known = shown.get(key);
    if (known != null) {
      return known;
    }
    Object value = views.read(values, key);
    if (value instanceof ObjectView || value instanceof ListView) {
      shown.put(key, value);
    }
    return value;
  }

  /**
   * What is refused is claimed to be there, or JavaScript would not ask for it and take it as
   * undefined. Python has names of its own for the methods of a dict, and asks for others only if
   * it is told that they are there.
   */
  @Override
  public boolean hasMember(String key) {
    return views.ofPython() || isThere(key);
  }

  private boolean isThere(String key) {
    views.lifetime().check();
    return values.refuses(key) || values.has(key);
  }

  @Override
  public Object getMemberKeys() {
    return ProxyArray.fromList(List.copyOf(keys()));
  }

  private List<String> keys() {
    views.lifetime().check();
    return values.keys();
  }

  @Override
  public void putMember(String key, Value value) {
    throw views.lifetime().refuse("what a script is given cannot be changed");
  }

  @Override
  public boolean removeMember(String key) {
    throw views.lifetime().refuse("what a script is given cannot be changed");
  }

  @Override
  public long getHashSize() {
    return keys().size();
  }

  /** JavaScript reads what is claimed to be there, as null, and need not look twice. */
  @Override
  public boolean hasHashEntry(Value key) {
    return key.isString() && (!views.ofPython() || isThere(key.asString()));
  }

  @Override
  public @Nullable Object getHashValue(Value key) {
    return getMember(key.asString());
  }

  @Override
  public void putHashEntry(Value key, Value value) {
    throw views.lifetime().refuse("what a script is given cannot be changed");
  }

  @Override
  public boolean removeHashEntry(Value key) {
    throw views.lifetime().refuse("what a script is given cannot be changed");
  }

  @Override
  public Object getHashEntriesIterator() {
    return ProxyIterator.from(
        keys().stream().<Object>map(key -> entry(key, getMember(key))).iterator());
  }

  private static ProxyArray entry(String key, @Nullable Object value) {
    return ProxyArray.fromArray(new Object[] {key, value});
  }

  @Override
  public String toString() {
    return Objects.toIdentityString(this);
  }
}
