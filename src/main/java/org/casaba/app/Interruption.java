package org.casaba.app;

import java.io.Closeable;
import java.io.IOException;

/** Whether somebody wants the work to end, and what is to be given up then. Thread-safe. */
final class Interruption {
  private Closeable unfinished = () -> {};
  private boolean wanted;

  /** Has something closed if the work is to end. */
  synchronized void keep(Closeable begun) throws IOException {
    unfinished = begun;
    if (wanted) {
      begun.close();
    }
  }

  synchronized boolean isWanted() {
    return wanted;
  }

  /** Ends the work, and leaves nothing unfinished. */
  synchronized void want() throws IOException {
    wanted = true;
    unfinished.close();
  }
}
