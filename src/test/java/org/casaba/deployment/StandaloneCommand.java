package org.casaba.deployment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code java -jar} on the JDK that runs the tests.
 *
 * @param war what to start
 * @param folder where it keeps its cache and temporary files
 */
record StandaloneCommand(Path war, Path folder) {

  /** Starts the built WAR, which unpacks below {@code target}. */
  static final StandaloneCommand DEFAULT =
      new StandaloneCommand(ServerProcess.WAR, Path.of("target/standalone").toAbsolutePath());

  ProcessBuilder with(String... options) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dorg.casaba.launch.stop_with_parent=true");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-jar");
    command.add(war.toString());
    command.addAll(Arrays.asList(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return builder;
  }

  /** Starts the server on a free port. */
  ServerProcess start(String... options) throws IOException {
    int port = ServerProcess.freePort();
    String contextPath =
        Stream.of(options)
            .filter(option -> option.startsWith("--context-path="))
            .map(option -> option.substring(option.indexOf('=') + 1))
            .findFirst()
            .orElse("");
    String[] all =
        Stream.concat(Stream.of(options), Stream.of("--port=" + port)).toArray(String[]::new);
    return ServerProcess.start(
        with(all), URI.create(ServerProcess.ORIGIN + port + contextPath + "/"));
  }
}
