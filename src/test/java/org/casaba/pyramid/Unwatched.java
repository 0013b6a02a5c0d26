package org.casaba.pyramid;

import java.io.Closeable;

/** Where nobody watches a pyramid being made. */
final class Unwatched implements Watcher {
  @Override
  public void begun(Closeable unfinished) {}

  @Override
  public void progress(double part) {}
}
