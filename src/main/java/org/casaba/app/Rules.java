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
import org.casaba.metrics.HealthCheck;
import org.casaba.web.DelegateDesk;
import org.casaba.web.DryRun;
import org.casaba.web.DryRunCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The delegate script, with what it needs.
 *
 * @param desk where administrators try it out
 */
record Rules(HostObjects objects, ScriptDelegate script, DelegateDesk desk) implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

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
        candidate -> cases.map(each -> tried(each, dryRuns.apply(candidate))).orElse(List.of());
    HostObjects objects = new HostObjects(settings.hostObjects(), delegate.pool().timeout());
    ScriptDelegate script = ScriptDelegate.start(delegate, objects::globals, test);
    return Optional.of(
        new Rules(objects, script, new DelegateDesk(dryRuns.apply(script), cases.orElse(null))));
  }

  /** The log says what its lines belong to: no client has asked for any of this. */
  private static List<String> tried(DryRunCases cases, DryRun candidate) {
    LOG.info("A new version of the script is tried with the cases in {}", cases.folder());
    DryRunCases.Result result = cases.run(candidate);
    LOG.info("The new version has been tried: {}", result.summary());
    return result.failures();
  }

  /** Whether the script is well; an older version that is in force still answers. */
  HealthCheck health() {
    return new HealthCheck() {
      @Override
      public Optional<String> problem() {
        return script.problem();
      }

      @Override
      public boolean answers() {
        return script.answers();
      }
    };
  }

  @Override
  public void close() {
    script.close();
    objects.close();
  }
}
