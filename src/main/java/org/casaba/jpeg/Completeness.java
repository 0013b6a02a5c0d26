package org.casaba.jpeg;

import java.util.Arrays;

/** Which coefficients of a picture its scans have brought so far, and how precisely. */
final class Completeness {
  private static final int NOTHING = Integer.MAX_VALUE;

  /** For each component and each place in zigzag order the bits that are still missing. */
  private final int[][] missingBits;

  Completeness(int components) {
    missingBits = new int[components][64];
    for (int[] component : missingBits) {
      Arrays.fill(component, NOTHING);
    }
  }

  void add(Scan scan) {
    for (Scan.Part part : scan.parts()) {
      Arrays.fill(missingBits[part.component()], scan.first(), scan.last() + 1, scan.low());
    }
  }

  /**
   * Checks whether a picture can be made of what there is.
   *
   * @param ended whether the stream says that nothing follows; if not, only the complete picture
   *     shows that nothing is cut off
   */
  void check(boolean ended) throws DamagedJpegException {
    for (int[] component : missingBits) {
      boolean complete = Arrays.stream(component).allMatch(bits -> bits == 0);
      if (component[0] == NOTHING || !(ended || complete)) {
        throw new DamagedJpegException("the JPEG ends before its picture is complete");
      }
    }
  }
}
