package org.casaba.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The results as tables in Markdown. */
final class Report {
  private static final String NOTHING = "–";

  private final List<String> servers;
  private final List<Result> results;

  /**
   * @param servers names; the first is compared with the others
   */
  Report(List<String> servers, List<Result> results) {
    this.servers = servers;
    this.results = results;
  }

  String markdown() {
    return String.join(
        "\n",
        "Processor time of the server for a request, in milliseconds, and how many times that of",
        "the others " + servers.getFirst() + " takes:\n",
        table(Score::cpuPerRequest, true),
        "Requests a second over one connection:\n",
        table(Score::perSecondAlone, true),
        "Requests a second over " + Contest.CONNECTIONS + " connections:\n",
        table(Score::perSecondTogether, true),
        "Resident memory at most, in MB:\n",
        table(score -> score.peak() / 1024.0, false));
  }

  private String table(ToDoubleFunction<Score> figure, boolean ratios) {
    List<String> head = new ArrayList<>(List.of("requests", "KB an answer"));
    head.addAll(servers);
    if (ratios) {
      servers.stream().skip(1).forEach(other -> head.add(servers.getFirst() + " : " + other));
    }
    StringBuilder table = new StringBuilder(row(head));
    table.append(row(head.stream().map(h -> h.equals("requests") ? "---" : "---:").toList()));
    for (Result result : results) {
      table.append(row(cells(result, figure, ratios)));
    }
    return table.toString();
  }

  private List<String> cells(Result result, ToDoubleFunction<Score> figure, boolean ratios) {
    List<Optional<Double>> figures =
        servers.stream().map(name -> result.of(name).map(figure::applyAsDouble)).toList();
    List<String> cells = new ArrayList<>();
    cells.add(result.kind().title());
    cells.add(number(result.size() / 1024.0));
    figures.forEach(f -> cells.add(f.map(Report::number).orElse(NOTHING)));
    if (ratios) {
      double own = figures.getFirst().orElseThrow();
      figures.stream()
          .skip(1)
          .forEach(f -> cells.add(f.map(other -> number(own / other)).orElse(NOTHING)));
    }
    return cells;
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** With three digits that say something. */
  private static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
