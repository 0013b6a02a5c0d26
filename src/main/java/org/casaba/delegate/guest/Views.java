package org.casaba.delegate.guest;

import java.util.List;
import java.util.Map;
import org.casaba.delegate.context.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * Shows plain values to a script, for as long as one call lasts.
 *
 * @param ofPython whose objects claim to have every member that is asked for, and tell of every key
 *     whether it is there
 */
record Views(Lifetime lifetime, boolean ofPython) {

  @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case Keyed keyed -> new ObjectView(keyed, this);
      case Map<?, ?> map -> new ObjectView(Keyed.of(map), this);
      case List<?> list -> new ListView(list, this);
      case null, default -> value;
    };
  }

  /** The value of that name. If it cannot be had, the call fails even if the script goes on. */
  @Nullable Object read(Keyed values, String key) {
    try {
      return of(values.get(key));
    } catch (RuntimeException e) {
      lifetime.fail(e);
      throw e;
    }
  }
}
