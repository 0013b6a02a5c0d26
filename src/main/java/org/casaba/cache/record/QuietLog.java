package org.casaba.cache.record;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The log of Ehcache and Terracotta, which tells at length of each attempt what {@link Circuit}
 * says once: silent, unless somebody has set its level.
 */
final class QuietLog {
  /** Loggers that nobody holds forget their level. */
  private final List<Logger> held;

  QuietLog() {
    held =
        Stream.of("org.ehcache", "org.terracotta", "com.terracotta", "com.tc", "com.tcclient")
            .map(Logger::getLogger)
            .toList();
    held.stream().filter(log -> log.getLevel() == null).forEach(log -> log.setLevel(Level.OFF));
  }
}
