package org.casaba.metrics;

import java.time.Instant;

/**
 * What the figures were at a moment.
 *
 * @param values in the order in which the figures have come to be known; those that were not known
 *     yet are missing at the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(Instant time, double[] values) {

  double value(int index) {
    return index < values.length ? values[index] : Double.NaN;
  }
}
