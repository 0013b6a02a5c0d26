package org.casaba.launch.tomcat;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** The log of the executable archive: one line a record on standard error. */
final class LogSettings {
  private LogSettings() {}

  /** Leaves alone what the administrator has set by the JDK's own properties. */
  static void load() throws IOException {
    if (System.getProperty("java.util.logging.config.file") != null
        || System.getProperty("java.util.logging.config.class") != null) {
      return;
    }
    // Otherwise Tomcat puts its own formatter in place of the one that is configured.
    System.setProperty("org.apache.juli.formatter", "java.util.logging.SimpleFormatter");
    try (InputStream settings = LogSettings.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    }
  }
}
