package org.casaba.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's iipsrv without its caches of tiles: one process for each connection, since one answers
 * one request at a time. There is no web server before it, whose work it is spared.
 */
final class IipServer implements Server {
  private static final Path PROGRAM = Path.of("/usr/lib/iipimage-server/iipsrv.fcgi");

  private final List<ServerProcess> processes;
  private final List<Integer> ports;

  private IipServer(List<ServerProcess> processes, List<Integer> ports) {
    this.processes = processes;
    this.ports = ports;
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * Starts as many processes as there will be connections at once.
   *
   * @param logs folder for their logs
   */
  static IipServer start(Path images, Path logs, int connections)
      throws IOException, InterruptedException {
    List<ServerProcess> processes = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    IipServer server = new IipServer(processes, ports);
    try {
      for (int lane = 0; lane < connections; lane++) {
        int port = ServerProcess.freePort();
        Path log = logs.resolve("iipsrv-" + lane + ".log");
        List<String> command = List.of(PROGRAM.toString(), "--bind", "127.0.0.1:" + port);
        ServerProcess process = ServerProcess.start(command, environment(images, log), log);
        processes.add(process);
        ports.add(port);
        process.await(() -> {
          new FastCgiConnection(port).close();
          return true;
        });
      }
    } catch (IOException | InterruptedException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static Map<String, String> environment(Path images, Path log) {
    return Map.of(
        "FILESYSTEM_PREFIX", images + "/",
        "IIIF_VERSION", "3",
        "JPEG_QUALITY", "85",
        "MAX_CVT", "30000",
        "MAX_IMAGE_CACHE_SIZE", "0",
        "MEMCACHED_SERVERS", "",
        "VERBOSITY", "1",
        "LOGFILE", log.toString());
  }

  @Override
  public String name() {
    return "iipsrv";
  }

  @Override
  public List<ServerProcess> processes() {
    return processes;
  }

  @Override
  public Connection connect(int lane) throws IOException {
    return new FastCgiConnection(ports.get(lane));
  }
}
