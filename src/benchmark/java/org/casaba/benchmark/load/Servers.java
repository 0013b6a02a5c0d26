package org.casaba.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts servers. */
final class Servers {
  /** Settings with which each picture is made as often as it is asked for. */
  static final String NOTHING_KEPT = "cache.derivative.enabled = false\n";

  private static final String HEAP = "-Xmx512m";
  private static final String LIBRARIES =
      "codec.turbojpeg = %1$s\ncodec.libdeflate = %1$s\n"
          .formatted(System.getProperty("benchmark.libraries", "auto"));

  private final Path work;

  /**
   * @param work folder for logs and whatever servers keep
   */
  Servers(Path work) {
    this.work = work;
  }

  /**
   * Casaba with its standard settings, without libraries of the host if {@code benchmark.libraries}
   * is off.
   *
   * @param name what to call it
   * @param settings further settings, as in casaba.properties
   */
  WebServer casaba(Path war, String name, String settings)
      throws IOException, InterruptedException {
    Path file = Files.writeString(work.resolve(name + ".properties"), LIBRARIES + settings);
    int port = ServerProcess.freePort();
    List<String> command =
        List.of(
            ServerProcess.java(),
            HEAP,
            "-Dorg.casaba.launch.stop_with_parent=true",
            "-jar",
            war.toString(),
            "--config=" + file,
            "--port=" + port);
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", work.resolve("cache").toString());
    ServerProcess process = ServerProcess.start(command, environment, work.resolve(name + ".log"));
    return new WebServer(name, process, port, request -> "/iiif/3/" + request.path())
        .awaited("/health");
  }

  /** Tomcat with copies of the answers. */
  WebServer files(Path copies) throws IOException, InterruptedException {
    Path probe = Files.writeString(copies.resolve("probe"), "here");
    int port = ServerProcess.freePort();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ServerProcess.java(), HEAP));
    command.addAll(List.of("--class-path", System.getProperty("java.class.path")));
    command.add(FileServer.class.getName());
    command.add(copies.toString());
    command.add(Integer.toString(port));
    command.add(Files.createDirectories(work.resolve("tomcat")).toString());
    ServerProcess process = ServerProcess.start(command, Map.of(), work.resolve("files.log"));
    return new WebServer("files", process, port, request -> "/" + request.copy())
        .awaited("/" + probe.getFileName());
  }
}
