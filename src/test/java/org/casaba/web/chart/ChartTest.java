package org.casaba.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Graphs, and how their numbers are written. */
final class ChartTest {
  private static final double NONE = Double.NaN;

  private static Chart chart(boolean stacked, double limit, double[]... series) {
    return new Chart(
        "t",
        Unit.COUNT,
        stacked,
        limit,
        IntStream.range(0, series.length)
            .mapToObj(i -> new Series("s" + i, i, series[i]))
            .toList());
  }

  @Test
  void linesEndWithTheirSteps() {
    String paths = chart(false, NONE, new double[] {NONE, 4, 4, NONE}).paths();
    assertTrue(paths.contains("class=\"line c0\" d=\"M150 0 225 0 375 0 450 0 \""), paths);
  }

  @ParameterizedTest
  @CsvSource({"COUNT, 2", "RATE, 2", "BYTES, 1048576", "SECONDS, 0.001"})
  void whereAllIsZeroTheScaleIsPlain(Unit unit, double top) {
    Series zeros = new Series("s", 0, new double[] {0, 0});
    assertEquals(top, new Chart("t", unit, false, NONE, List.of(zeros)).top());
  }

  @Test
  void partsOfAWholeStandOnEachOther() {
    Chart chart = chart(true, NONE, new double[] {10, 10}, new double[] {0, 10});
    assertEquals(20, chart.top());
    String paths = chart.paths();
    assertTrue(
        paths.contains("c0\" d=\"M0 80 150 80 450 80 600 80 600 160 450 160 150 160 0 160 Z\""),
        paths);
    assertTrue(
        paths.contains("c1\" d=\"M0 80 150 80 450 0 600 0 600 80 450 80 150 80 0 80 Z\""), paths);
  }

  @Test
  void whatIsNotKnownIsNotDrawn() {
    String paths = chart(false, NONE, new double[] {NONE, 4, NONE, 4}).paths();
    assertTrue(paths.contains("class=\"line dot c0\" d=\"M225 0 h0\""), paths);
    assertTrue(paths.contains("class=\"line dot c0\" d=\"M525 0 h0\""), paths);
    assertFalse(paths.contains("NaN"), paths);
  }

  @Test
  void theLimitIsPartOfThePicture() {
    Chart chart = chart(true, 40, new double[] {10, 10});
    assertEquals(40, chart.top());
    assertTrue(chart.paths().contains("class=\"limit\" d=\"M0 0H600\""));
    assertTrue(chart(false, NONE, new double[] {NONE}).isEmpty());
    assertTrue(chart(false, NONE, new double[] {0, 0}).top() > 0);
  }

  @Test
  void ofTimesTheMagnitudeIsShown() {
    Series series = new Series("s", 0, new double[] {0.0001, 0.01, 0.9});
    Chart chart = new Chart("t", Unit.SECONDS, false, NONE, List.of(series));
    assertEquals(1, chart.top());
    assertEquals(0.01, chart.half(), 1e-12);
    assertTrue(chart.paths().contains("100 160 300 80 "), chart.paths());
  }

  @Test
  void seriesAreSummedUpWithoutWhatIsNotKnown() {
    Series series = new Series("s", 0, new double[] {NONE, 1, 3});
    assertEquals(List.of(3.0, 2.0, 3.0), List.of(series.last(), series.mean(), series.highest()));
    assertTrue(Double.isNaN(new Series("s", 0, new double[] {NONE}).mean()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RATE    | 0          | 0/s
          RATE    | 0.04       | 0.04/s
          RATE    | 3.14       | 3.1/s
          RATE    | 1234.4     | 1,234/s
          SECONDS | 0.00012    | 0.12 ms
          SECONDS | 0.25       | 250 ms
          SECONDS | 0.9996     | 1.0 s
          SECONDS | 4.12       | 4.1 s
          BYTES   | 0          | 0 B
          BYTES   | 67108864   | 64 MB
          BYTES   | 2147483648 | 2 GB
          BYTES   | 1023.9     | 1.0 KB
          COUNT   | 12         | 12
          """)
  void numbersAreShort(Unit unit, double value, String text) {
    assertEquals(text, unit.text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "COUNT, 7, 10",
    "COUNT, 0.03, 0.04",
    "COUNT, 1, 1",
    "COUNT, 1001, 2000",
    "COUNT, 4.5, 5",
    "BYTES, 536870912, 536870912",
    "BYTES, 536870913, 1073741824",
    "SECONDS, 0.001, 0.001"
  })
  void scalesEndWithRoundNumbers(Unit unit, double value, double round) {
    assertEquals(round, unit.roundAbove(value), round * 1e-9);
  }
}
