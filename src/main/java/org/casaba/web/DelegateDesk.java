package org.casaba.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where administrators try out the rules of access.
 *
 * @param dryRun with the rules that are in force
 * @param folder of cases that can be run; null if none is configured
 */
public record DelegateDesk(DryRun dryRun, @Nullable DryRunCases folder) {

  Optional<DryRunCases> cases() {
    return Optional.ofNullable(folder);
  }
}
