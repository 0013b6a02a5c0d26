package org.casaba.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares Casaba with iipsrv, where that is installed, and with Tomcat that serves the same bytes
 * from files. Writes benchmark.md beside its work folder.
 */
final class LoadBenchmark {
  private LoadBenchmark() {}

  /** Takes its options from system properties. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.read();
    List<Kind> kinds = options.chosen(Kinds.all());
    if (kinds.isEmpty()) {
      System.out.println("There is nothing to measure.");
      return;
    }
    Path copies = Files.createDirectories(options.work().resolve("copies"));
    List<Server> servers = new ArrayList<>();
    try {
      start(servers, options, copies);
      new Trials(servers, options, copies)
          .run(kinds, options.work().resolveSibling("benchmark.md"));
    } finally {
      servers.forEach(Server::close);
    }
  }

  /** Adds them as they come, so that they can be closed whatever happens. */
  private static void start(List<Server> servers, Options options, Path copies)
      throws IOException, InterruptedException {
    Servers starter = new Servers(options.work());
    String settings = "source.filesystem.root = " + options.images() + "\n";
    servers.add(starter.casaba(options.war(), "Casaba", settings));
    if (IipServer.isInstalled()) {
      servers.add(IipServer.start(options.images(), options.work(), Contest.CONNECTIONS));
    } else {
      System.out.println("iipsrv is not installed (Debian: iipimage-server)");
    }
    servers.add(starter.files(copies));
  }
}
