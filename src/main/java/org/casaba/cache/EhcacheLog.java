package org.casaba.cache;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The log of Ehcache and of its Terracotta client, which say in hundreds of lines what Casaba says
 * in a sentence: silent as long as this is held, unless somebody has set its level.
 */
public final class EhcacheLog {
  /** What nobody holds is made anew, with no level. */
  private final List<Logger> held =
      Stream.of("org.ehcache", "org.terracotta", "com.terracotta", "com.tc", "com.tcclient")
          .map(Logger::getLogger)
          .toList();

  /** Makes it silent. */
  public void silence() {
    held.stream().filter(log -> log.getLevel() == null).forEach(log -> log.setLevel(Level.OFF));
  }
}
