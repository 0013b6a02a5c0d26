package org.casaba.delegate.guest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a script may look at what it has been given: for one call. Remembers what it has done
 * wrong meanwhile, for scripts that catch every error.
 */
final class Lifetime {
  private boolean over;
  private @Nullable String offence;

  void end() {
    over = true;
  }

  void check() {
    if (over) {
      throw new IllegalStateException("the context of an earlier request is not there any more");
    }
  }

  /** Notes that the script has done what it may not, and is to be told so. */
  UnsupportedOperationException refuse(String what) {
    offence = what;
    return new UnsupportedOperationException(what);
  }

  /** Notes that what the script wants to see cannot be had. */
  void fail(RuntimeException e) {
    offence = String.valueOf(e.getMessage());
  }

  Optional<String> offence() {
    return Optional.ofNullable(offence);
  }
}
