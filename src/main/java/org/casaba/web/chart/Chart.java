package org.casaba.web.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A graph over time. Its picture has neither text nor a shape of its own: both are given to it by
 * the page around, so that it is readable at any width.
 *
 * @param stacked whether series are parts of a whole, and drawn as areas one upon the other
 * @param limit what values cannot exceed; not a number if there is no such thing
 * @param series of the same number of steps each
 */
public record Chart(String title, Unit unit, boolean stacked, double limit, List<Series> series) {
  private static final double WIDTH = 600;
  private static final double HEIGHT = 160;

  /** Seconds that graphs of times reach to, at least. */
  private static final double LEAST_TOP = 0.001;

  /** Seconds at the lower edge of graphs that show times. */
  private static final double LEAST_TIME = 0.0001;

  public Chart {
    series = List.copyOf(series);
  }

  /** A run of steps of which something is known, both ends included. */
  private record Run(int from, int to) {}

  /** The number at the upper edge. */
  public double top() {
    double highest = Double.isNaN(limit) ? 0 : limit;
    double[] sums = new double[steps()];
    for (Series each : series) {
      for (int i = 0; i < sums.length; i++) {
        double value = zero(each.values()[i]);
        sums[i] = stacked ? sums[i] + value : value;
        highest = Math.max(highest, sums[i]);
      }
    }
    return unit == Unit.SECONDS
        ? Math.pow(10, Math.ceil(Math.log10(Math.max(highest, LEAST_TOP)) - 1e-9))
        : unit.roundAbove(unit.atLeast(highest));
  }

  /** The number at half of the height. */
  public double half() {
    return unit == Unit.SECONDS ? Math.sqrt(top() * LEAST_TIME) : top() / 2;
  }

  /** How high a value is, from 0 to 1. Times differ so much that only their magnitude is shown. */
  private double height(double value, double top) {
    return unit == Unit.SECONDS
        ? Math.log(Math.max(1, value / LEAST_TIME)) / Math.log(top / LEAST_TIME)
        : value / top;
  }

  /** Whether there is anything to be seen. */
  public boolean isEmpty() {
    return series.stream().allMatch(s -> Double.isNaN(s.highest()));
  }

  private int steps() {
    return series.isEmpty() ? 0 : series.getFirst().values().length;
  }

  private static double zero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /**
   * Paths of class {@code area}, {@code line} or {@code line dot}, and {@code c0}, {@code c1} and
   * so on.
   */
  public String paths() {
    StringBuilder svg = new StringBuilder();
    for (int quarter = 1; quarter < 4; quarter++) {
      String y = number(HEIGHT * quarter / 4);
      svg.append("<path class=\"grid\" d=\"M0 " + y + "H" + number(WIDTH) + "\"/>");
    }
    double top = top();
    double[] below = new double[steps()];
    for (Series each : series) {
      double[] above = new double[below.length];
      Arrays.setAll(above, i -> (stacked ? below[i] : 0) + zero(each.values()[i]));
      for (Run run : runs(each)) {
        if (run.from() == run.to() && !stacked) {
          svg.append(dot(each.color(), run.from(), above[run.from()], top));
          continue;
        }
        String edge = edge(above, run, top, false);
        String shape = stacked ? edge + edge(below, run, top, true) + "Z" : edge;
        String kind = stacked ? "area" : "line";
        svg.append("<path class=\"" + kind + " c" + each.color() + "\" d=\"M" + shape + "\"/>");
      }
      if (stacked) {
        System.arraycopy(above, 0, below, 0, below.length);
      }
    }
    if (!Double.isNaN(limit)) {
      String y = number(HEIGHT * (1 - height(limit, top)));
      svg.append("<path class=\"limit\" d=\"M0 " + y + "H" + number(WIDTH) + "\"/>");
    }
    return svg.toString();
  }

  private List<Run> runs(Series of) {
    double[] values = of.values();
    return IntStream.range(0, values.length)
        .filter(i -> !Double.isNaN(values[i]) && (i == 0 || Double.isNaN(values[i - 1])))
        .mapToObj(from -> {
          int to = from;
          while (to + 1 < values.length && !Double.isNaN(values[to + 1])) {
            to++;
          }
          return new Run(from, to);
        })
        .toList();
  }

  /** Through the middle of each step, from the begin of the first to the end of the last. */
  private String edge(double[] values, Run run, double top, boolean back) {
    double step = WIDTH / values.length;
    StringBuilder points = new StringBuilder();
    if (back) {
      points.append(point((run.to() + 1) * step, values[run.to()], top));
      for (int i = run.to(); i >= run.from(); i--) {
        points.append(point((i + 0.5) * step, values[i], top));
      }
      points.append(point(run.from() * step, values[run.from()], top));
    } else {
      points.append(point(run.from() * step, values[run.from()], top));
      for (int i = run.from(); i <= run.to(); i++) {
        points.append(point((i + 0.5) * step, values[i], top));
      }
      points.append(point((run.to() + 1) * step, values[run.to()], top));
    }
    return points.toString();
  }

  /** A line of no length, whose ends are round: a value between others that nobody knows. */
  private String dot(int color, int step, double value, double top) {
    String middle = point((step + 0.5) * WIDTH / steps(), value, top);
    return "<path class=\"line dot c" + color + "\" d=\"M" + middle + "h0\"/>";
  }

  private String point(double x, double value, double top) {
    return number(x) + " " + number(HEIGHT * (1 - height(value, top))) + " ";
  }

  private static String number(double value) {
    long tenths = Math.round(Math.max(0, value) * 10);
    return tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
  }
}
