package org.casaba.app;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.casaba.config.Settings;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.TracedDelegate;
import org.casaba.delegate.host.HostObjects;
import org.casaba.delegate.script.ScriptDelegate;
import org.casaba.delegate.script.SelfTest;
import org.casaba.web.DelegateDesk;
import org.casaba.web.DryRun;
import org.casaba.web.DryRunCases;

/**
 * The delegate script, with what it needs.
 *
 * @param desk where administrators try it out
 */
record Rules(HostObjects objects, ScriptDelegate script, DelegateDesk desk) implements Closeable {

  /**
   * Begins to load the script, if one is configured.
   *
   * @param dryRuns how rules are tried out
   */
  static Optional<Rules> of(Settings settings, Function<TracedDelegate, DryRun> dryRuns) {
    DelegateSettings delegate = settings.delegate();
    if (delegate.script().isEmpty()) {
      return Optional.empty();
    }
    Optional<DryRunCases> cases = delegate.tests().map(DryRunCases::new);
    SelfTest test =
        candidate ->
            cases.map(each -> each.run(dryRuns.apply(candidate)).failures()).orElse(List.of());
    HostObjects objects = new HostObjects(settings.hostObjects(), delegate.pool().timeout());
    ScriptDelegate script = ScriptDelegate.start(delegate, objects::globals, test);
    return Optional.of(
        new Rules(objects, script, new DelegateDesk(dryRuns.apply(script), cases.orElse(null))));
  }

  @Override
  public void close() {
    script.close();
    objects.close();
  }
}
