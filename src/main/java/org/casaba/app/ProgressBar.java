package org.casaba.app;

import java.io.PrintStream;
import java.util.Locale;

/**
 * A line at the bottom of a terminal that shows how far a picture is, and all of them. Nothing is
 * shown elsewhere.
 */
final class ProgressBar {
  private static final int WIDTH = 20;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream terminal;
  private final boolean shown;
  private final long totalBytes;
  private long doneBytes;
  private long lastDrawn;
  private boolean drawn;

  /**
   * @param shown whether the stream is a terminal
   * @param totalBytes of all sources
   */
  ProgressBar(PrintStream terminal, boolean shown, long totalBytes) {
    this.terminal = terminal;
    this.shown = shown;
    this.totalBytes = Math.max(1, totalBytes);
  }

  /**
   * Shows how far a picture is.
   *
   * @param bytes of its source
   * @param part of it that is done, 0 to 1
   */
  void show(String name, long bytes, double part) {
    long now = System.nanoTime();
    if (!shown || (drawn && now - lastDrawn < REDRAW_NANOS)) {
      return;
    }
    lastDrawn = now;
    drawn = true;
    double total = (doneBytes + bytes * part) / totalBytes;
    terminal.printf(
        Locale.ROOT,
        "%s[%s] %3.0f %%  %s   all [%s] %3.0f %%",
        CLEAR,
        bar(part),
        100 * part,
        name,
        bar(total),
        100 * total);
    terminal.flush();
  }

  private static String bar(double part) {
    int full = (int) Math.round(WIDTH * Math.clamp(part, 0, 1));
    return "#".repeat(full) + " ".repeat(WIDTH - full);
  }

  /** Counts a picture as done, and makes way for a line of text. */
  void done(long bytes) {
    doneBytes += bytes;
    if (drawn) {
      terminal.print(CLEAR);
      terminal.flush();
      drawn = false;
    }
  }
}
