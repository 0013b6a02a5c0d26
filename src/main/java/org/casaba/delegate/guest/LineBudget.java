package org.casaba.delegate.guest;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** How many lines a script may still write in one call of a function. Used by one thread. */
public final class LineBudget {
  private static final int MOST = 200;

  private int written;

  /** A call begins. */
  public void renew() {
    written = 0;
  }

  /** Hands the line on, or says once that there are more. */
  public void spend(Supplier<String> line, Consumer<String> out) {
    if (written < MOST) {
      written++;
      out.accept(line.get());
    } else if (written == MOST) {
      written++;
      out.accept("more lines have been dropped: one call of a function may write " + MOST);
    }
  }
}
