package org.casaba.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.config.Settings;
import org.casaba.config.SettingsException;
import org.casaba.config.SettingsLoader;
import org.casaba.config.Surroundings;
import org.casaba.web.DelegateDesk;
import org.casaba.web.DryRunCases;
import org.casaba.web.DryRunReport;
import org.casaba.web.DryRunRequest;
import org.casaba.web.DryRunText;
import org.casaba.web.PageSettings;

/** The command {@code delegate-check}: tries out a delegate script without a server. */
public final class DelegateCheck {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private DelegateCheck() {}

  /**
   * Carries it out.
   *
   * @param root the unpacked web application
   * @param out what is found is printed here
   * @param err not used: there is nothing else to say
   * @return 0 if the script has answered and all cases went as expected, 1 if not, 2 if the command
   *     line or the configuration is wrong
   */
  public static int run(Path root, PrintStream out, PrintStream err, String... arguments) {
    if (List.of(arguments).contains("--help")) {
      out.print(CheckArguments.HELP);
      return 0;
    }
    ScriptingProperties.set(root);
    try {
      CheckArguments asked = CheckArguments.parse(arguments);
      SettingsLoader loader = new SettingsLoader(surroundings(root, asked));
      Settings settings = loader.load();
      Optional<Path> missing = settings.delegate().script().filter(s -> !Files.isRegularFile(s));
      if (missing.isPresent()) {
        out.println("There is no script " + missing.get());
        return 2;
      }
      if (loader.file().isEmpty()) {
        out.println("No --config is given: the settings are the defaults, and what variables say.");
      }
      PageSettings pages = new PageSettings("", true, List.of());
      try (Application application = Application.of(settings, pages)) {
        if (!application.awaitReady(PATIENCE)) {
          out.println(application.delegateProblem().orElse("The script takes too long to load"));
          return 1;
        }
        return check(application.site().desk(), asked, out);
      }
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage() + " (delegate-check --help lists the options)");
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (SettingsException e) {
      out.println(e.getMessage());
      return 2;
    }
  }

  private static Surroundings surroundings(Path root, CheckArguments asked) {
    Map<String, String> properties = new HashMap<>(Bootstrap.texts(System.getProperties()));
    properties.putAll(asked.settings());
    return new Surroundings(
        System.getenv(), properties, null, root.resolve("WEB-INF").resolve("samples"));
  }

  private static int check(Optional<DelegateDesk> desk, CheckArguments asked, PrintStream out) {
    if (desk.isEmpty()) {
      out.println("There is no script to check: --script or delegate.script names one");
      return 2;
    }
    boolean well = true;
    if (!asked.get("url").isEmpty()) {
      DryRunReport report =
          desk.get()
              .dryRun()
              .of(
                  DryRunRequest.of(
                      asked.get("url"), asked.get("ip"), asked.headers(), asked.get("size")));
      out.print(DryRunText.of(report));
      well = report.rulesFailure().isEmpty();
    }
    if (!asked.get("tests").isEmpty()) {
      DryRunCases.Result result =
          new DryRunCases(Path.of(asked.get("tests"))).run(desk.get().dryRun());
      result.failures().forEach(out::println);
      out.println(result.summary());
      well &= result.failures().isEmpty();
    }
    return well ? 0 : 1;
  }
}
