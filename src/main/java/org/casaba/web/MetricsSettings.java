package org.casaba.web;

import java.util.List;

/**
 * What the server tells of its work, and whom.
 *
 * @param enabled {@code metrics.enabled}: whether figures are kept
 * @param allowed {@code metrics.allowed}: addresses and CIDR blocks of those who may read them
 * @param serverTiming {@code metrics.server_timing}: whether each answer says what it took
 */
public record MetricsSettings(boolean enabled, List<String> allowed, boolean serverTiming) {
  public MetricsSettings {
    allowed = List.copyOf(allowed);
  }
}
