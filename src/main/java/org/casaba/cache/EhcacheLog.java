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
  private List<Logger> held = List.of();

  /**
   * Makes it silent for this thread, which has to end with the application, and for those that it
   * begins. In a Tomcat the loggers are those of the thread's class loader: from now on that is the
   * application's, in which there is Ehcache, and not that of the whole machine.
   */
  public synchronized void silence() {
    Thread.currentThread().setContextClassLoader(EhcacheLog.class.getClassLoader());
    held =
        Stream.of("org.ehcache", "org.terracotta", "com.terracotta", "com.tc", "com.tcclient")
            .map(Logger::getLogger)
            .toList();
    held.stream().filter(log -> log.getLevel() == null).forEach(log -> log.setLevel(Level.OFF));
  }
}
