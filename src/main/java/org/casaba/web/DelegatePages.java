package org.casaba.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casaba.delegate.Asked;
import org.casaba.delegate.DelegateStatus;

/** The page on which administrators try out the rules of access, made of its templates. */
record DelegatePages(
    PageTemplate desk,
    PageTemplate form,
    PageTemplate problem,
    PageTemplate report,
    PageTemplate asked,
    PageTemplate run,
    PageTemplate failures,
    PageTemplate item,
    PageTemplate fact) {

  static DelegatePages read(ServletContext context) throws IOException {
    return new DelegatePages(
        PageTemplate.read(context, "delegate.html"),
        PageTemplate.read(context, "delegate-form.html"),
        PageTemplate.read(context, "delegate-problem.html"),
        PageTemplate.read(context, "delegate-report.html"),
        PageTemplate.read(context, "delegate-asked.html"),
        PageTemplate.read(context, "delegate-run.html"),
        PageTemplate.read(context, "delegate-failures.html"),
        PageTemplate.read(context, "item.html"),
        PageTemplate.read(context, "fact.html"));
  }

  /**
   * The whole page.
   *
   * @param written what the form is filled with: url, ip, headers, size
   * @param result HTML of what came out; empty at first
   */
  String desk(
      String version, Optional<DelegateDesk> current, Map<String, String> written, String result) {
    Optional<DryRunCases> cases = current.flatMap(DelegateDesk::cases);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("version", version);
    values.put(
        "status",
        current
            .map(d -> state(d.dryRun().delegate().status()))
            .orElseGet(() -> facts(Map.of("Script", "none: everybody may see everything"))));
    values.put("form", current.isPresent() ? form.fill(written) : "");
    values.put("result", result);
    values.put(
        "cases",
        cases
            .map(c -> "Requests with what is expected of them, in " + c.folder() + ".")
            .orElse("No folder of cases is configured (delegate.tests)."));
    values.put("run", cases.isPresent() ? run.fill(Map.of()) : "");
    return desk.fill(values);
  }

  private String state(DelegateStatus status) {
    String before =
        status
            .loaded()
            .map(l ->
                "The version of "
                    + toTheSecond(l)
                    + " stays in force, and is the one that is tried here.")
            .orElse("Nothing is answered until that is mended. It cannot be tried here either.");
    return facts(described(status))
        + status
            .problem()
            .map(p -> problem.fill(Map.of("problem", p, "before", before)))
            .orElse("");
  }

  private static String toTheSecond(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Map<String, String> described(DelegateStatus status) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Script", status.script());
    facts.put("Loaded", status.loaded().map(DelegatePages::toTheSecond).orElse("not yet"));
    facts.put(
        "Functions", status.functions().isEmpty() ? "none" : String.join(", ", status.functions()));
    return facts;
  }

  private String facts(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(f -> fact.fill(Map.of("name", f.getKey(), "value", f.getValue())))
        .collect(Collectors.joining());
  }

  String report(DryRunReport found) {
    return report.fill(
        Map.of(
            "outcome", DryRunText.outcome(found.outcome()),
            "asked", found.asked().stream().map(this::row).collect(Collectors.joining()),
            "information", DryRunText.outcome(found.information()),
            "context", found.context()));
  }

  private String row(Asked each) {
    return asked.fill(
        Map.of(
            "class", each.failure().isPresent() ? " class=\"failed\"" : "",
            "function", each.function(),
            "answer", each.failure().orElse(each.answer()),
            "time", DryRunText.time(each.time())));
  }

  /** What came out of running all cases. */
  String failures(DryRunCases.Result result) {
    String title =
        result.failures().isEmpty()
            ? DryRunCases.Result.counted(result.count(), "case") + " went as expected"
            : result.summary();
    return items(title, result.failures());
  }

  /** A heading with a list below it. */
  String items(String title, List<String> texts) {
    return failures.fill(
        Map.of(
            "title",
            title,
            "items",
            texts.stream().map(t -> item.fill(Map.of("text", t))).collect(Collectors.joining())));
  }
}
