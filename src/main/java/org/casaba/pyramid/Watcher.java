package org.casaba.pyramid;

import java.io.Closeable;
import java.io.IOException;

/** Watches a pyramid being made; called by the thread that makes it. */
public interface Watcher {

  /**
   * Tells that a file has been begun.
   *
   * @param unfinished any thread may close it to give up: then nothing is left of it
   */
  void begun(Closeable unfinished);

  /**
   * Tells how far it is.
   *
   * @param part 0 to 1; falls back to 0 when it has to be done anew
   */
  void progress(double part);

  /**
   * Tells how long the file has become.
   *
   * @throws IOException to give up: then nothing is left of it
   */
  default void written(long bytes) throws IOException {}
}
