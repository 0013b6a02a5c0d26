package org.casaba.cache;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ehcache's own log, which says in hundreds of lines what {@link DiskTier} says in a sentence:
 * silent, unless somebody has set its level.
 */
final class EhcacheLog {
  /** Held, since what nobody holds is made anew, with no level. */
  private final Logger log = Logger.getLogger("org.ehcache");

  void silence() {
    if (log.getLevel() == null) {
      log.setLevel(Level.OFF);
    }
  }
}
