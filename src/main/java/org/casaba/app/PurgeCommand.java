package org.casaba.app;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
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

/** The command {@code purge}: has running servers forget what they have kept. */
public final class PurgeCommand {
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private PurgeCommand() {}

  /**
   * Carries it out.
   *
   * @param root the unpacked web application
   * @param out what the servers have done is printed here
   * @param err not used: there is nothing else to say
   * @return 0 if all servers have done all, 1 if not, 2 if the command line or the configuration is
   *     wrong
   */
  public static int run(Path root, PrintStream out, PrintStream err, String... arguments) {
    if (List.of(arguments).contains("--help")) {
      out.print(PurgeArguments.HELP);
      return 0;
    }
    try {
      PurgeArguments asked = PurgeArguments.parse(arguments);
      SettingsLoader loader = new SettingsLoader(surroundings(root, asked));
      Settings settings = loader.load();
      Optional<String> credentials = settings.admin().credentials();
      if (credentials.isEmpty()) {
        out.println(
            "Servers are purged by administrators: set admin.username and admin.password in "
                + loader.file().map(Path::toString).orElse("the settings, which --config names"));
        return 2;
      }
      return purge(asked, credentials.get(), out);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage() + " (purge --help lists the options)");
      return 2;
    } catch (SettingsException e) {
      out.println(e.getMessage());
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static Surroundings surroundings(Path root, PurgeArguments asked) {
    Map<String, String> properties = new HashMap<>(Bootstrap.texts(System.getProperties()));
    Path config = asked.config();
    if (config != null) {
      properties.put("casaba.config", config.toString());
    }
    return new Surroundings(
        System.getenv(), properties, null, root.resolve("WEB-INF").resolve("samples"));
  }

  private static int purge(PurgeArguments asked, String credentials, PrintStream out)
      throws InterruptedException {
    boolean well = true;
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTING).build()) {
      for (URI url : asked.urls()) {
        PurgeCall.Outcome outcome = new PurgeCall(client, url, credentials).send(asked);
        out.println(url + ": " + outcome.text());
        well &= outcome.well();
      }
    }
    return well ? 0 : 1;
  }
}
