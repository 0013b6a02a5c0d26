package org.casaba.delegate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the rules stand, in words fit for administrators only.
 *
 * @param script where the rules come from
 * @param functions the names of those that it has, as written there; empty while none are in force
 * @param since when those in force were loaded; null while none are
 * @param trouble why the latest version is not in force, or none is; null if all is well
 */
public record DelegateStatus(
    String script, List<String> functions, @Nullable Instant since, @Nullable String trouble) {
  public DelegateStatus {
    functions = List.copyOf(functions);
  }

  /** When the rules in force were loaded; nothing while there are none. */
  public Optional<Instant> loaded() {
    return Optional.ofNullable(since);
  }

  /** Why the latest version is not in force, with file and line; nothing if all is well. */
  public Optional<String> problem() {
    return Optional.ofNullable(trouble);
  }
}
