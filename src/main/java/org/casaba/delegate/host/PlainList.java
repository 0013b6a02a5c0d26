package org.casaba.delegate.host;

import java.util.List;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/** Plain values in order, not to be changed. */
record PlainList(List<?> values) implements ProxyArray {

  @Override
  public @Nullable Object get(long index) {
    return PlainMap.toScript(values.get(Math.toIntExact(index)));
  }

  @Override
  public void set(long index, Value value) {
    throw new UnsupportedOperationException("the list cannot be changed");
  }

  @Override
  public long getSize() {
    return values.size();
  }
}
