package org.casaba.delegate.guest;

import java.util.List;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/** A list as a script sees it: nothing of it can be changed. */
final class ListView implements ProxyArray {
  private final List<?> values;
  private final Views views;

  ListView(List<?> values, Views views) {
    this.values = values;
    this.views = views;
  }

  @Override
  public @Nullable Object get(long index) {
    views.lifetime().check();
    return views.of(values.get(Math.toIntExact(index)));
  }

  @Override
  public void set(long index, Value value) {
    throw views.lifetime().refuse("what a script is given cannot be changed");
  }

  @Override
  public boolean remove(long index) {
    throw views.lifetime().refuse("what a script is given cannot be changed");
  }

  @Override
  public long getSize() {
    views.lifetime().check();
    return values.size();
  }
}
