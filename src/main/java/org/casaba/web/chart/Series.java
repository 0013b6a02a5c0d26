package org.casaba.web.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A line of a graph, or an area.
 *
 * @param name for people
 * @param color which of the colours that the style sheet has, from 0
 * @param values one a step, oldest first; not a number where none is known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Series(String name, int color, double[] values) {

  /** The value of the last step; not a number if it is not known. */
  public double last() {
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }

  /** The mean of those that are known; not a number if none is. */
  public double mean() {
    return known().average().orElse(Double.NaN);
  }

  /** The highest of those that are known; not a number if none is. */
  public double highest() {
    return known().max().orElse(Double.NaN);
  }

  private DoubleStream known() {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v));
  }
}
