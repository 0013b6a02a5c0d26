package org.casaba.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares Casaba with iipsrv, where that is installed, and with Tomcat that serves the same bytes
 * from files. Writes benchmark.md beside its work folder.
 */
public final class LoadBenchmark {
  private LoadBenchmark() {}

  /** Takes its options from system properties. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.read();
    List<Kind> kinds = options.chosen(Kinds.all());
    if (kinds.isEmpty()) {
      System.out.println("There is nothing to measure.");
      return;
    }
    String machine = Machine.description();
    Path copies = Files.createDirectories(options.work().resolve("copies"));
    List<Server> servers = new ArrayList<>();
    try {
      start(servers, options, copies);
      List<Result> results = results(servers, kinds, options, copies);
      List<String> names = servers.stream().map(Server::name).toList();
      String report = machine + "\n\n" + new Report(names, results).markdown();
      Files.writeString(options.work().resolveSibling("benchmark.md"), report);
      System.out.println(report);
    } finally {
      servers.forEach(Server::close);
    }
  }

  /** Adds them as they come, so that they can be closed whatever happens; Casaba is the first. */
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

  private static List<Result> results(
      List<Server> servers, List<Kind> kinds, Options options, Path copies)
      throws IOException, InterruptedException {
    Contest contest = new Contest(options.measured(), options.warmUp());
    List<Result> results = new ArrayList<>();
    for (Kind kind : kinds) {
      long size = Contest.copy(servers.getFirst(), kind, copies);
      Map<String, Score> scores = new LinkedHashMap<>();
      contest.run(servers, kind).forEach((server, score) -> scores.put(server.name(), score));
      results.add(new Result(kind, size, scores));
      scores.forEach((name, score) ->
          System.out.printf(
              "%-16s %-8s %8.3f ms of CPU, %.1f and %.1f requests a second%n",
              kind.name(),
              name,
              score.cpuPerRequest(),
              score.perSecondAlone(),
              score.perSecondTogether()));
    }
    return results;
  }
}
