package org.casaba.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casaba.metrics.History;
import org.casaba.metrics.Metrics;
import org.casaba.metrics.Way;
import org.casaba.web.chart.Chart;
import org.casaba.web.chart.Series;
import org.casaba.web.chart.Unit;

/** What the status page shows as graphs. */
record StatusGraphs(History history) {
  private static final double NO_LIMIT = Double.NaN;

  /** In the order in which the colours of the style sheet suit them. */
  private static final List<Way> WAYS =
      List.of(Way.CACHE, Way.RENDER, Way.FILE, Way.COPY, Way.CROP, Way.JOIN, Way.INDEX);

  List<Chart> all() {
    List<Chart> charts =
        new ArrayList<>(List.of(answers(), times(), ways(), lookups(), waiting(), memory()));
    charts.add(heap());
    if (history.knows("casaba.processor")) {
      charts.add(processors());
    }
    if (history.knows("casaba.script.busy")) {
      charts.add(script());
    }
    charts.add(pyramids());
    return charts;
  }

  private Series rate(String name, int color, String key) {
    return new Series(name, color, history.rates(key));
  }

  private Series level(String name, int color, String key) {
    return new Series(name, color, history.levels(key));
  }

  private Chart answers() {
    return new Chart(
        "Answers a second",
        Unit.RATE,
        true,
        NO_LIMIT,
        List.of(
            rate("as asked for", 0, "casaba.answers{outcome=answered}"),
            rate("not found, not allowed (4xx)", 3, "casaba.answers{outcome=refused}"),
            rate("client did not wait", 4, "casaba.answers{outcome=gone}"),
            rate("no room (503)", 1, "casaba.answers{outcome=overloaded}"),
            rate("failed (5xx)", 2, "casaba.answers{outcome=failed}")));
  }

  private Chart times() {
    return new Chart(
        "Time of an answer, on a logarithmic scale",
        Unit.SECONDS,
        false,
        NO_LIMIT,
        List.of(
            new Series("pictures, 95th percentile", 1, times(Metrics.Kind.IMAGE, 0.95)),
            new Series("pictures, median", 0, times(Metrics.Kind.IMAGE, 0.5)),
            new Series("info.json, median", 3, times(Metrics.Kind.INFORMATION, 0.5))));
  }

  private double[] times(Metrics.Kind kind, double part) {
    return history.durations(kind, part);
  }

  private Chart ways() {
    List<Series> series = new ArrayList<>();
    for (Way way : WAYS) {
      series.add(rate(WayText.of(way), series.size(), "casaba.pictures{way=" + way.word() + "}"));
    }
    return new Chart(
        "Pictures a second, by how they were come by", Unit.RATE, true, NO_LIMIT, series);
  }

  private Chart lookups() {
    return new Chart(
        "Pictures looked for in the cache, a second",
        Unit.RATE,
        true,
        NO_LIMIT,
        List.of(
            rate("found in memory", 0, "casaba.cache.lookups{found=heap}"),
            rate("found on disk", 3, "casaba.cache.lookups{found=disk}"),
            rate("found in the record", 6, "casaba.cache.lookups{found=record}"),
            rate("another was making it", 4, "casaba.cache.lookups{found=flight}"),
            rate("had to be made", 1, "casaba.cache.lookups{found=none}")));
  }

  private Chart waiting() {
    return new Chart(
        "Pictures being drawn, and waiting for that",
        Unit.COUNT,
        false,
        NO_LIMIT,
        List.of(
            level("tiles drawn", 0, "casaba.admission.running{lane=tiles}"),
            level("tiles waiting", 3, "casaba.admission.waiting{lane=tiles}"),
            level("large ones drawn", 1, "casaba.admission.running{lane=large}"),
            level("large ones waiting", 2, "casaba.admission.waiting{lane=large}")));
  }

  private Chart memory() {
    return new Chart(
        "Memory reckoned for pictures being drawn",
        Unit.BYTES,
        true,
        budget("tiles") + budget("large"),
        List.of(
            level("large ones", 1, "casaba.admission.memory{lane=large}"),
            level("tiles", 0, "casaba.admission.memory{lane=tiles}")));
  }

  private double budget(String lane) {
    return StatusTables.bounded(history.now("casaba.admission.memory.budget{lane=" + lane + "}"));
  }

  private Chart heap() {
    double most = history.now("casaba.heap.most");
    return new Chart(
        "Java heap",
        Unit.BYTES,
        true,
        most > 0 ? most : NO_LIMIT,
        List.of(level("in use", 6, "casaba.heap.used")));
  }

  private Chart processors() {
    return new Chart(
        "Processors at work",
        Unit.COUNT,
        true,
        Runtime.getRuntime().availableProcessors(),
        List.of(rate("in use", 0, "casaba.processor")));
  }

  private Chart script() {
    return new Chart(
        "Delegate script",
        Unit.COUNT,
        false,
        history.now("casaba.script.contexts"),
        List.of(
            level("contexts busy", 0, "casaba.script.busy"),
            level("questions waiting", 2, "casaba.script.waiting")));
  }

  private Chart pyramids() {
    double[] built = history.rates("casaba.pyramids.built");
    return new Chart(
        "Pyramids",
        Unit.COUNT,
        false,
        NO_LIMIT,
        List.of(
            level("waiting to be built", 1, "casaba.pyramids.waiting"),
            level("being built", 0, "casaba.pyramids.underway"),
            new Series(
                "built a minute", 3, Arrays.stream(built).map(each -> each * 60).toArray())));
  }
}
