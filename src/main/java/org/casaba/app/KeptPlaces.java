package org.casaba.app;

import org.casaba.cache.DerivativeSettings;
import org.casaba.cache.record.RecordSettings;
import org.casaba.pyramid.store.PyramidSettings;

/**
 * Where things are kept that have been made, for administrators.
 *
 * @param derivatives with their folder
 * @param pyramids with theirs
 */
record KeptPlaces(DerivativeSettings derivatives, RecordSettings record, PyramidSettings pyramids) {

  /** For a line of the log. */
  @Override
  public String toString() {
    return "Derivatives are kept "
        + here()
        + "; beyond this server "
        + elsewhere()
        + "; pyramids "
        + (pyramids.maxSize() == 0 || pyramids.folder() == null
            ? "nowhere"
            : "in " + pyramids.folder() + most(pyramids.maxSize()));
  }

  private String here() {
    if (!derivatives.enabled()) {
      return "nowhere on this server";
    }
    return "in memory"
        + most(derivatives.heap())
        + (derivatives.disk() == 0 || derivatives.directory() == null
            ? ""
            : " and in " + derivatives.directory() + most(derivatives.disk()));
  }

  private String elsewhere() {
    String directory =
        record.directory() == null ? "" : "in " + record.directory() + most(record.maxSize());
    String cluster = record.cluster() == null ? "" : "on " + record.cluster();
    return directory.isEmpty() && cluster.isEmpty()
        ? "nowhere"
        : cluster + (directory.isEmpty() || cluster.isEmpty() ? "" : " and ") + directory;
  }

  private static String most(long bytes) {
    return " (" + Math.max(1, bytes >> 20) + " MB at most)";
  }
}
