package org.casaba.delegate;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function of the rules that was asked, and what it said.
 *
 * @param function its name in the rules
 * @param answer as JSON; {@code null} if there was none
 * @param time from the call to the answer, waiting for a free context left out
 * @param problem what went wrong, with file and line; null if nothing did
 */
public record Asked(String function, String answer, Duration time, @Nullable String problem) {

  public Optional<String> failure() {
    return Optional.ofNullable(problem);
  }
}
