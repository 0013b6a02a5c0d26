package org.casaba.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casaba.metrics.History;
import org.casaba.metrics.Holding;
import org.casaba.metrics.Way;
import org.casaba.web.chart.Unit;

/** What the status page shows as bars. */
record StatusTables(History history) {

  /** Whatever is higher bounds nothing. */
  private static final double ENDLESS = 1L << 60;

  /**
   * A bar.
   *
   * @param part of the whole, 0 to 1
   * @param color which of the colours that the style sheet has
   */
  record Bar(String name, String value, String note, double part, int color) {
    Bar {
      part = Double.isNaN(part) ? 0 : Math.clamp(part, 0, 1);
    }
  }

  /** The bound; not a number if it does not bound anything. */
  static double bounded(double bound) {
    return bound >= ENDLESS || bound <= 0 ? Double.NaN : bound;
  }

  private static String count(double value) {
    return Unit.COUNT.text(value);
  }

  List<Bar> ways() {
    double all = 0;
    for (Way way : Way.values()) {
      all += taken(way);
    }
    List<Bar> bars = new ArrayList<>();
    for (Way way : Way.values()) {
      bars.add(share(WayText.of(way), taken(way), all, way == Way.RENDER ? 1 : 0));
    }
    return bars;
  }

  private double taken(Way way) {
    return history.now("casaba.pictures{way=" + way.word() + "}");
  }

  private static Bar share(String name, double value, double all, int color) {
    String note = all > 0 ? Math.round(100 * value / all) + " %" : "";
    return new Bar(name, count(value), note, value / Math.max(1, all), color);
  }

  List<Bar> lookups() {
    double[] found = {lookup("heap"), lookup("disk"), lookup("record"), lookup("flight")};
    double all = lookup("none");
    for (double each : found) {
      all += each;
    }
    return List.of(
        share("found in memory", found[0], all, 0),
        share("found on disk", found[1], all, 0),
        share("found in the record", found[2], all, 0),
        share("another was making it", found[3], all, 0),
        share("had to be made", lookup("none"), all, 1));
  }

  private double lookup(String found) {
    return history.grown("casaba.cache.lookups{found=" + found + "}");
  }

  List<Bar> contents() {
    return List.of(tier("Memory", "heap", 0), tier("Disk", "disk", 3));
  }

  private Bar tier(String name, String tier, int color) {
    String of = "{tier=" + tier + "}";
    double bytes = history.now("casaba.cache" + of);
    double most = history.now("casaba.cache.limit" + of);
    double evicted = history.grown("casaba.cache.evictions" + of);
    if (most <= 0) {
      return new Bar(name, "not in use", "", 0, color);
    }
    String value = Unit.BYTES.text(bytes) + " of " + Unit.BYTES.text(most);
    String note =
        pictures(history.now("casaba.cache.pictures" + of))
            + (evicted > 0 ? ", " + count(evicted) + " made room" : "");
    return new Bar(name, value, note, bytes / most, color);
  }

  private static String pictures(double count) {
    return count(count) + (count == 1 ? " picture" : " pictures");
  }

  List<Bar> largest(List<Holding> images) {
    long most = images.isEmpty() ? 1 : images.getFirst().bytes();
    return images.stream()
        .map(each ->
            new Bar(
                each.image(),
                Unit.BYTES.text((double) each.bytes()),
                pictures((double) each.pictures()),
                (double) each.bytes() / most,
                0))
        .toList();
  }

  /** What is going on. */
  List<Bar> now() {
    List<Bar> bars = new ArrayList<>();
    lane("Tiles", "{lane=tiles}", bars);
    lane("Large pictures", "{lane=large}", bars);
    bars.add(
        used(
            "Java heap",
            Unit.BYTES,
            history.now("casaba.heap.used"),
            history.now("casaba.heap.most"),
            ""));
    if (history.knows("casaba.script.contexts")) {
      String waiting = count(history.now("casaba.script.waiting")) + " questions wait, ";
      String late = count(history.now("casaba.script.timeouts")) + " came to nothing for time";
      double most = history.now("casaba.script.contexts");
      bars.add(
          used(
              "Script contexts busy",
              Unit.COUNT,
              history.now("casaba.script.busy"),
              most,
              waiting + late));
    }
    bars.add(
        used(
            "Open images in use",
            Unit.COUNT,
            history.now("casaba.pool.images.used"),
            history.now("casaba.pool.images"),
            Unit.BYTES.text(history.now("casaba.pool.memory")) + " taken"));
    bars.add(pyramids());
    return bars;
  }

  private void lane(String name, String of, List<Bar> bars) {
    double waiting = history.now("casaba.admission.waiting" + of);
    double queue = history.now("casaba.admission.refused" + reason(of, "queue"));
    double late = history.now("casaba.admission.refused" + reason(of, "wait"));
    String note =
        count(waiting)
            + " waiting; turned away: "
            + count(queue)
            + " at once, "
            + count(late)
            + " after waiting";
    double running = history.now("casaba.admission.running" + of);
    double places = history.now("casaba.admission.places" + of);
    bars.add(used(name + " being drawn", Unit.COUNT, running, places, note));
    double bytes = history.now("casaba.admission.memory" + of);
    double budget = history.now("casaba.admission.memory.budget" + of);
    bars.add(used("Memory of " + name.toLowerCase(Locale.ROOT), Unit.BYTES, bytes, budget, ""));
  }

  private static String reason(String of, String reason) {
    return of.replace("}", ",reason=" + reason + "}");
  }

  private Bar pyramids() {
    String built = count(history.now("casaba.pyramids.built")) + " built, ";
    String failed = count(history.now("casaba.pyramids.failed")) + " failed, ";
    String waiting = count(history.now("casaba.pyramids.waiting")) + " waiting";
    double underway = history.now("casaba.pyramids.underway");
    return new Bar("Pyramids being built", count(underway), built + failed + waiting, underway, 0);
  }

  private static Bar used(String name, Unit unit, double value, double most, String note) {
    double bound = bounded(most);
    String of = Double.isNaN(bound) ? "" : " of " + unit.text(bound);
    double part = value / bound;
    return new Bar(name, unit.text(value) + of, note, part, part > 0.9 ? 2 : 0);
  }
}
