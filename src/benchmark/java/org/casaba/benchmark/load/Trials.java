package org.casaba.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All kinds of requests, one after the other, on some servers. */
final class Trials {
  private final List<? extends Server> servers;
  private final Contest contest;
  private final Path copies;

  /**
   * @param servers the first is the one that can answer everything
   * @param copies folder where its answers are kept
   */
  Trials(List<? extends Server> servers, Options options, Path copies) {
    this.servers = servers;
    this.contest = new Contest(options.measured(), options.warmUp());
    this.copies = copies;
  }

  /**
   * Measures, prints and writes.
   *
   * @param report a file in Markdown
   */
  void run(List<Kind> kinds, Path report) throws IOException, InterruptedException {
    String machine = Machine.description();
    List<Result> results = new ArrayList<>();
    for (Kind kind : kinds) {
      results.add(result(kind));
    }
    List<String> names = servers.stream().map(Server::name).toList();
    String text = machine + "\n\n" + new Report(names, results).markdown();
    Files.writeString(report, text);
    System.out.println("\n" + text);
  }

  private Result result(Kind kind) throws IOException, InterruptedException {
    long size = Contest.copy(servers.getFirst(), kind, copies);
    Map<String, Score> scores = new LinkedHashMap<>();
    contest.run(servers, kind).forEach((server, score) -> scores.put(server.name(), score));
    scores.forEach((name, score) ->
        System.out.printf(
            "%-16s %-12s %8.3f ms of CPU, %.1f and %.1f requests a second%n",
            kind.name(),
            name,
            score.cpuPerRequest(),
            score.perSecondAlone(),
            score.perSecondTogether()));
    return new Result(kind, size, scores);
  }
}
