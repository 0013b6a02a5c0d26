package org.casaba.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casaba.metrics.HealthCheck;
import org.casaba.metrics.SlowRequest;
import org.casaba.metrics.Survey;
import org.casaba.web.chart.Chart;
import org.casaba.web.chart.Series;

/** The status page, made of its templates. */
record StatusPages(
    PageTemplate page,
    PageTemplate figures,
    PageTemplate graph,
    PageTemplate key,
    PageTemplate bar,
    PageTemplate slow,
    PageTemplate setting,
    PageTemplate fact,
    PageTemplate problem) {

  static StatusPages read(ServletContext context) throws IOException {
    return new StatusPages(
        PageTemplate.read(context, "status.html"),
        PageTemplate.read(context, "status-figures.html"),
        PageTemplate.read(context, "status-graph.html"),
        PageTemplate.read(context, "status-key.html"),
        PageTemplate.read(context, "status-bar.html"),
        PageTemplate.read(context, "status-slow.html"),
        PageTemplate.read(context, "status-setting.html"),
        PageTemplate.read(context, "fact.html"),
        PageTemplate.read(context, "delegate-problem.html"));
  }

  /**
   * The whole page.
   *
   * @param facts about the server, by name
   * @param refreshed whether it is loaded anew by itself
   */
  String status(Site site, Map<String, String> facts, boolean refreshed) {
    Map<String, String> values = new HashMap<>();
    values.put("version", site.pages().version());
    values.put(
        "refresh",
        refreshed ? "<meta http-equiv=\"refresh\" content=\"10;url=status?refresh\">" : "");
    values.put("toggle", refreshed ? "status" : "status?refresh");
    values.put("toggling", refreshed ? "stop refreshing" : "refresh every ten seconds");
    values.put("time", clock(Instant.now()));
    values.put(
        "facts",
        joined(
            facts.entrySet(), f -> fact.fill(Map.of("name", f.getKey(), "value", f.getValue()))));
    values.put(
        "problems", joined(problems(site), p -> problem.fill(Map.of("problem", p, "before", ""))));
    values.put(
        "figures",
        site.metrics()
            .survey()
            .map(this::figures)
            .orElse("<p>No figures are kept, as metrics.enabled is false.</p>"));
    List<Particulars.Setting> settings = site.particulars().settings();
    values.put("set", joined(settings, s -> s.isDefault() ? "" : row(s)));
    values.put("standard", joined(settings, s -> s.isDefault() ? row(s) : ""));
    return page.fill(values);
  }

  private static List<String> problems(Site site) {
    return site.checks().stream().map(HealthCheck::problem).flatMap(Optional::stream).toList();
  }

  private String figures(Survey survey) {
    StatusTables tables = new StatusTables(survey.history());
    Map<String, String> values = new HashMap<>();
    values.put("span", survey.history().span().toMinutes() + " minutes");
    values.put(
        "graphs",
        survey.history().since().isPresent()
            ? joined(new StatusGraphs(survey.history()).all(), c -> graph(c, survey))
            : "<p>Graphs begin some ten seconds after the start. Until then there are only the"
                + " figures below.</p>");
    values.put("now", bars(tables.now()));
    values.put("ways", bars(tables.ways()));
    values.put("lookups", bars(tables.lookups()));
    values.put("contents", bars(tables.contents()));
    values.put("largest", orNone(bars(tables.largest(survey.largest())), "None so far."));
    values.put(
        "slowest",
        orNone(joined(survey.slowest(), this::row), "None took as long as 50 milliseconds."));
    return figures.fill(values);
  }

  private static String orNone(String rows, String none) {
    return rows.isEmpty() ? "<tr><td class=\"none\" colspan=\"4\">" + none + "</td></tr>" : rows;
  }

  private String bars(List<StatusTables.Bar> bars) {
    return joined(
        bars,
        each ->
            bar.fill(
                Map.of(
                    "name", each.name(),
                    "value", each.value(),
                    "note", each.note(),
                    "part", String.format(Locale.ROOT, "%.1f", 100 * each.part()),
                    "color", Integer.toString(each.color()))));
  }

  private String graph(Chart chart, Survey survey) {
    long minutes = survey.history().span().toMinutes();
    return graph.fill(
        Map.of(
            "title", chart.title(),
            "top", chart.unit().text(chart.top()),
            "half", chart.unit().text(chart.half()),
            "paths", chart.paths(),
            "begin", minutes + " minutes ago",
            "middle", minutes / 2 + " minutes",
            "step", survey.history().step().toSeconds() + " s",
            "keys", joined(chart.series(), s -> key(chart, s))));
  }

  private String key(Chart chart, Series series) {
    return key.fill(
        Map.of(
            "color", Integer.toString(series.color()),
            "name", series.name(),
            "last", number(chart, series.last()),
            "mean", number(chart, series.mean()),
            "highest", number(chart, series.highest())));
  }

  private static String number(Chart chart, double value) {
    return Double.isNaN(value) ? "–" : chart.unit().text(value);
  }

  private String row(SlowRequest request) {
    SlowText text = new SlowText(request);
    return slow.fill(
        Map.of(
            "when", clock(request.when()),
            "total", text.total(),
            "why", text.why(),
            "status", Integer.toString(request.status()),
            "way", request.taken().map(WayText::of).orElse("–"),
            "path", text.path()));
  }

  private String row(Particulars.Setting each) {
    return setting.fill(Map.of("key", each.key(), "value", each.value(), "place", each.place()));
  }

  private static String clock(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll(".*T|Z", "");
  }

  private static <T> String joined(Collection<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining());
  }
}
