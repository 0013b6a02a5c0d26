package org.casaba.jpeg;

import java.io.IOException;

/**
 * Finds the restart markers of a scan without decoding what is between them. Since 0xFF is stuffed
 * within entropy-coded data, what looks like a marker is one, unless the data are damaged: then the
 * markers are not those that must come.
 */
final class RestartSearch {
  private RestartSearch() {}

  /**
   * An index of the places behind restart markers; complete if exactly those follow that must, and
   * then another marker or the stream's end.
   *
   * @param in stands at the scan's data
   * @param grid of one row
   * @param interval MCUs from one marker to the next; divides the grid's distances
   * @param parts components in the scan
   */
  static McuIndex index(JpegInput in, McuIndex.Grid grid, int interval, int parts)
      throws IOException {
    McuIndex.Builder index = new McuIndex.Builder(grid, 0);
    index.add(8 * in.position());
    int markers = (grid.columns() - 1) / interval;
    int each = grid.spacing() / interval;
    for (int i = 1; i <= markers; i++) {
      if (in.marker() != Marker.RST0 + (i - 1 & 7)) {
        return index.build(parts, false);
      }
      if (i % each == 0) {
        index.add(8 * in.position());
      }
    }
    return index.build(parts, !Marker.isRestart(in.marker()));
  }
}
