package org.casaba.delegate.script;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.DelegateSettings.FileChoice;
import org.casaba.delegate.DelegateSettings.Lookup;
import org.casaba.delegate.DelegateSettings.SourceChoice;
import org.casaba.delegate.guest.ContextPool;
import org.casaba.delegate.guest.ScriptEngine;
import org.casaba.delegate.guest.ScriptLanguage;
import org.casaba.delegate.guest.ScriptText;
import org.casaba.delegate.host.HostObjects;
import org.casaba.delegate.host.HostPattern;
import org.casaba.delegate.host.HostSettings;

/**
 * The samples as they are shipped, and what they need: an engine for each language, which starts
 * once, and a login service.
 */
final class SampleScripts implements Closeable {
  static final Path FOLDER = Path.of("delegates");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Map<ScriptLanguage, ScriptEngine> engines = new EnumMap<>(ScriptLanguage.class);
  private final HttpServer login;
  private final HostObjects configured;
  private final HostObjects unconfigured;

  SampleScripts() throws Exception {
    login = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    login.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(
              switch (exchange.getRequestHeaders().getFirst("Authorization")) {
                case "Bearer good-session" -> 200;
                case "Bearer gone-session" -> 401;
                default -> 500;
              },
              -1);
          exchange.close();
        });
    login.start();
    configured =
        objects(
            Map.of(
                "login_service", "http://127.0.0.1:" + login.getAddress().getPort() + "/",
                "staff_sessions", "staff-1  staff-2",
                "reader_sessions", "reader-1",
                "staff_tokens", "staff-1",
                "reader_tokens", "reader-1",
                "tokens", "token-1 token-2",
                "basic_readers", "cmVhZGVyOmxvbmc="));
    unconfigured = objects(Map.of());
    for (ScriptLanguage language : ScriptLanguage.values()) {
      engines.put(language, ScriptEngine.start(language));
    }
  }

  private HostObjects objects(Map<String, String> values) {
    String service = "127.0.0.1:" + login.getAddress().getPort();
    List<HostPattern> hosts = List.of(HostPattern.of(service).orElseThrow());
    HostSettings.Http http = new HostSettings.Http(hosts, hosts, LONG, 10_000);
    return new HostObjects(new HostSettings(http, 100, values), LONG);
  }

  static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> ScriptLanguage.of(f).isPresent()).sorted().toList();
    }
  }

  /** The sample's name, in either language. */
  static String name(Path script) {
    return script.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  /** The script, with everything that it may have in its settings. */
  Generation configured(Path script) throws Exception {
    return load(script, configured);
  }

  /** The script, with nothing in its settings. */
  Generation unconfigured(Path script) throws Exception {
    return load(script, unconfigured);
  }

  private Generation load(Path script, HostObjects objects) throws Exception {
    ScriptText text = new ScriptFile(script).read();
    FileChoice files =
        name(script).equals("look-up-in-table") ? FileChoice.SCRIPT : FileChoice.IDENTIFIER;
    DelegateSettings settings =
        new DelegateSettings(
            script,
            new DelegateSettings.Pool(LONG, 1, 10),
            List.of(),
            null,
            new Lookup(SourceChoice.FILESYSTEM, files, Path.of("/srv/images"), false));
    String language = text.language() == ScriptLanguage.PYTHON ? "python" : "js";
    ScriptEngine engine = requireNonNull(engines.get(text.language()));
    return Generation.load(
        text, new ContextPool(engine, text, objects.globals(language), settings.pool()), settings);
  }

  @Override
  public void close() {
    engines.values().forEach(ScriptEngine::close);
    configured.close();
    unconfigured.close();
    login.stop(0);
  }
}
