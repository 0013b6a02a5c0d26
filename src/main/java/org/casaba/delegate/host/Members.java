package org.casaba.delegate.host;

import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** An object whose members no script can change: it is shared with all others. */
record Members(Map<String, ? extends Object> members) implements ProxyObject {

  @Override
  public @Nullable Object getMember(String key) {
    return members.get(key);
  }

  @Override
  public Object getMemberKeys() {
    return ProxyArray.fromArray(members.keySet().toArray());
  }

  @Override
  public boolean hasMember(String key) {
    return members.containsKey(key);
  }

  @Override
  public void putMember(String key, Value value) {
    throw new UnsupportedOperationException(key + " cannot be changed");
  }
}
