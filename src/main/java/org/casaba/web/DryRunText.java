package org.casaba.web;

import java.time.Duration;
import java.util.Locale;
import org.casaba.delegate.Asked;

/** A dry run's report as lines of text. */
public final class DryRunText {
  private DryRunText() {}

  public static String of(DryRunReport report) {
    StringBuilder text = new StringBuilder(2000);
    text.append("Context\n").append(indented(report.context())).append('\n');
    text.append("Functions\n");
    for (Asked asked : report.asked()) {
      text.append(
          "  %s → %s  (%s)%n"
              .formatted(
                  asked.function(),
                  asked.failure().map(f -> "FAILED: " + f).orElse(asked.answer()),
                  time(asked.time())));
    }
    if (report.asked().isEmpty()) {
      text.append("  none was asked\n");
    }
    text.append("\nAnswer\n").append(indented(outcome(report.outcome()))).append('\n');
    if (!report.outcome().equals(report.information())) {
      text.append("info.json for the same caller\n")
          .append(indented(outcome(report.information())));
    }
    return text.toString();
  }

  /** A status and what goes with it, one thing a line. */
  static String outcome(DryRunReport.Outcome outcome) {
    StringBuilder text = new StringBuilder(200).append(outcome.status());
    outcome.location().ifPresent(l -> text.append(" to ").append(l));
    outcome
        .size()
        .ifPresent(
            s -> text.append(": a picture of ").append(s.width()).append(" x ").append(s.height()));
    outcome.message().ifPresent(m -> text.append(": ").append(m));
    outcome.challenge().ifPresent(c -> text.append("\nWWW-Authenticate: ").append(c));
    outcome.canonical().ifPresent(c -> text.append("\ncanonical: ").append(c));
    text.append(
        outcome.personal()
            ? "\nfor this caller only: the rules have looked at who asks"
            : "\nthe same for everybody: the rules have not looked at who asks");
    outcome.info().ifPresent(i -> text.append('\n').append(i));
    return text.toString();
  }

  private static String indented(String text) {
    return text.indent(2);
  }

  static String time(Duration time) {
    return String.format(Locale.ROOT, "%.3f ms", time.toNanos() / 1e6);
  }
}
