package org.casaba.cache.record;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged of records, from when it is made until it is closed. */
final class Diary extends Handler implements AutoCloseable {
  /** Held, since loggers that nobody holds are forgotten together with their handlers. */
  private final Logger logger = Logger.getLogger("org.casaba.cache.record");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  Diary() {
    logger.addHandler(this);
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getLevel().intValue() >= Level.INFO.intValue()) {
      lines.add(entry.getMessage());
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
