package org.casaba.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is remembered of figures. */
final class ChronicleTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Chronicle chronicle = new Chronicle(() -> now);
  private final AtomicLong value = new AtomicLong();
  private static final String COUNT = "casaba.x{way=copy}";

  private void observe() {
    chronicle.observe(Figure.count("casaba.x", "X").with("way", "copy"), value::get);
  }

  private void look(long next) {
    value.set(next);
    chronicle.look();
    now = now.plus(Chronicle.STEP);
  }

  private static double[] known(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
  }

  @Test
  void countsBecomeRatesAndLevelsStayWhatTheyAre() {
    observe();
    look(0);
    look(20);
    look(20);
    look(120);
    value.set(121);
    History history = chronicle.history();
    assertArrayEquals(new double[] {2, 0, 10}, known(history.rates(COUNT)));
    assertArrayEquals(new double[] {20, 20, 120}, known(history.levels(COUNT)));
    assertEquals(121, history.now(COUNT));
    assertEquals(Duration.ofMinutes(10), history.span());
    double[] rates = history.rates(COUNT);
    assertEquals(60, rates.length);
    assertEquals(10, rates[59]);
  }

  @Test
  void anHourIsRememberedAndNoMore() {
    observe();
    for (int i = 0; i < 1000; i++) {
      look(10L * i);
    }
    History history = chronicle.history();
    assertEquals(Duration.ofHours(1), history.span());
    double[] rates = history.rates(COUNT);
    assertEquals(120, rates.length);
    assertArrayEquals(new double[120], Arrays.stream(rates).map(r -> r - 1).toArray(), 1e-12);
    assertEquals(now.minus(Chronicle.STEP.multipliedBy(361)), history.since().orElseThrow());
  }

  @Test
  void spikesAreSeenWhenStepsBecomeLonger() {
    observe();
    for (int i = 0; i < 300; i++) {
      look(i == 200 ? 7 : 0);
    }
    double[] levels = known(chronicle.history().levels(COUNT));
    assertEquals(1, Arrays.stream(levels).filter(v -> v == 7).count());
    assertTrue(levels.length > 90, "of " + levels.length);
  }

  @Test
  void whatWasNotKnownYetIsNotANumber() {
    look(0);
    observe();
    look(5000);
    look(5010);
    assertArrayEquals(new double[] {1}, known(chronicle.history().rates(COUNT)));
  }

  @Test
  void withoutStepsThereIsNothingButNow() {
    observe();
    look(3);
    History history = chronicle.history();
    assertTrue(history.since().isEmpty());
    assertEquals(0, known(history.levels(COUNT)).length);
    assertEquals(3, history.now(COUNT));
    assertEquals(0, history.now("casaba.y"));
    assertFalse(history.knows("casaba.y"));
    assertEquals(0, known(history.levels("casaba.y")).length);
  }

  @Test
  void durationsAreThoseOfEachStep() {
    Ledger ledger = new Ledger(() -> now);
    Asked asked = new Asked(Metrics.Kind.IMAGE, "/x", "x");
    ledger.look();
    for (int i = 0; i < 100; i++) {
      ledger.answered(asked, 200, Duration.ofMillis(i < 90 ? 4 : 2000), Course.NONE);
    }
    ledger.look();
    ledger.look();
    History history = ledger.survey().history();
    double[] median = history.durations(Metrics.Kind.IMAGE, 0.5);
    double[] late = history.durations(Metrics.Kind.IMAGE, 0.95);
    assertEquals(0.004, median[58], 0.001);
    assertEquals(2, late[58], 0.5);
    assertTrue(Double.isNaN(median[59]), "nobody asked in the last step");
  }
}
