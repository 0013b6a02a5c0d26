package org.casaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * What figures are, and were in the last ten minutes, half an hour or hour, whichever is the least
 * that holds all that is known. That time is divided into steps, the last of which has just ended;
 * where a step's value is not known it is not a number. Figures go by {@link Figure#key()}.
 * Immutable.
 */
public final class History {
  /** A division of time. */
  private record Span(int steps, int samplesPerStep) {}

  private static final List<Span> SPANS =
      List.of(new Span(60, 1), new Span(90, 2), new Span(120, 3));

  private final Map<String, Integer> places;
  private final Map<String, Double> first;
  private final List<Sample> samples;
  private final Sample now;
  private final Span span;

  /**
   * @param places of figures in samples
   * @param first what figures were when they came to be known
   * @param samples oldest first, {@link Chronicle#STEP} apart
   */
  History(
      Map<String, Integer> places, Map<String, Double> first, List<Sample> samples, Sample now) {
    this.places = Map.copyOf(places);
    this.first = Map.copyOf(first);
    this.samples = List.copyOf(samples);
    this.now = now;
    this.span =
        SPANS.stream()
            .filter(s -> s.steps() * s.samplesPerStep() >= samples.size() - 1)
            .findFirst()
            .orElse(SPANS.getLast());
  }

  /** The time that {@link #levels} and {@link #rates} tell of. */
  public Duration span() {
    return Chronicle.STEP.multipliedBy((long) span.steps() * span.samplesPerStep());
  }

  /** Since when figures are known; nothing as long as there are too few for any step. */
  public Optional<Instant> since() {
    return samples.size() < 2 ? Optional.empty() : Optional.of(samples.getFirst().time());
  }

  public boolean knows(String key) {
    return places.containsKey(key);
  }

  /** What a figure is now; 0 if nobody tells it. */
  public double now(String key) {
    Integer place = places.get(key);
    return place == null ? 0 : now.value(place);
  }

  /**
   * By how much a figure that counts has grown since the figures began: some parts of the server
   * count on when figures begin anew.
   */
  public double grown(String key) {
    return now(key) - first.getOrDefault(key, 0.0);
  }

  /** How long a step lasts. */
  public Duration step() {
    return Chronicle.STEP.multipliedBy(span.samplesPerStep());
  }

  /** The highest of each step. */
  public double[] levels(String key) {
    Integer place = places.get(key);
    return steps(step -> {
      double highest = Double.NaN;
      for (int i = start(step) + 1; i <= start(step + 1) && place != null; i++) {
        double value = samples.get(i).value(place);
        highest = Double.isNaN(highest) ? value : Math.max(highest, value);
      }
      return highest;
    });
  }

  /** By how much a figure that counts has grown in each step, a second. */
  public double[] rates(String key) {
    return steps(step -> growth(key, step) / seconds(step));
  }

  /**
   * The time within which a part of the answers has been given, in each step, in seconds.
   *
   * @param part between 0 and 1: 0.5 for the median
   */
  public double[] durations(Metrics.Kind kind, double part) {
    String[] keys = new String[Durations.STEPS];
    Arrays.setAll(keys, i -> Ledger.duration(kind, i).key());
    return steps(step -> {
      double[] counts = new double[keys.length];
      Arrays.setAll(counts, i -> growth(keys[i], step));
      return Durations.quantile(part, counts);
    });
  }

  private double[] steps(IntToDoubleFunction value) {
    double[] steps = new double[span.steps()];
    Arrays.setAll(steps, i -> start(i) < 0 ? Double.NaN : value.applyAsDouble(i));
    return steps;
  }

  /** The sample with which a step begins and the one before ends. */
  private int start(int step) {
    return samples.size() - 1 - (span.steps() - step) * span.samplesPerStep();
  }

  private double growth(String key, int step) {
    Integer place = places.get(key);
    return place == null
        ? 0
        : samples.get(start(step + 1)).value(place) - samples.get(start(step)).value(place);
  }

  private double seconds(int step) {
    Instant start = samples.get(start(step)).time();
    return Math.max(1, Duration.between(start, samples.get(start(step + 1)).time()).toMillis())
        / 1e3;
  }
}
