package org.casaba.codec.tiff;

import java.util.List;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.ResolutionLevel;

/**
 * The picture that a directory describes, known to be of a kind that is decoded here and to have
 * all the segments it needs, as far as the directory says. Immutable and independent of open
 * content.
 *
 * @param planes the planes to decode: the only one, or those of the samples that are needed
 */
record Page(
    SegmentGrid grid,
    SegmentTable table,
    Coding coding,
    Interpretation interpretation,
    List<Integer> planes) {

  Page {
    planes = List.copyOf(planes);
  }

  Dimensions size() {
    return grid.page();
  }

  ResolutionLevel level() {
    return new ResolutionLevel(grid.page(), grid.tiled() ? grid.segment() : null);
  }
}
