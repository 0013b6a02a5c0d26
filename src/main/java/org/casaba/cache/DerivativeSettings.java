package org.casaba.cache;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which derivatives are kept, and where.
 *
 * @param enabled {@code cache.derivative.enabled}
 * @param directory {@code cache.derivative.directory}: for those on disk; null for the server's own
 *     choice
 * @param heap {@code cache.derivative.heap}: bytes that those in memory may take
 * @param disk {@code cache.derivative.disk}: bytes that those on disk may take, 0 for none
 * @param ttl {@code cache.derivative.ttl}: how long one is used
 * @param maxEntry {@code cache.derivative.max_entry}: bytes that one may have
 */
public record DerivativeSettings(
    boolean enabled, @Nullable Path directory, long heap, long disk, Duration ttl, long maxEntry) {
  public DerivativeSettings {
    if (heap < 1 || disk < 0 || !ttl.isPositive() || maxEntry < 1) {
      throw new IllegalArgumentException(heap + ", " + disk + ", " + ttl + ", " + maxEntry);
    }
  }

  /** The same, in the folder {@code derivatives} of that one if none has been chosen. */
  public DerivativeSettings below(@Nullable Path standard) {
    return directory == null && standard != null
        ? new DerivativeSettings(
            enabled, standard.resolve("derivatives"), heap, disk, ttl, maxEntry)
        : this;
  }
}
