package org.casaba.codec.webp.lossy;

import java.io.IOException;

/** How strongly the edges between blocks are smoothed (RFC 6386, sections 9.6, 9.3 and 15.2). */
final class FilterHeader {
  private final boolean simple;
  private final int level;
  private final int sharpness;

  /** What is added to the level of macroblocks of a key frame, and of those with subblock modes. */
  private int keyFrameDelta;

  private int subblockDelta;

  FilterHeader(BoolDecoder header) throws IOException {
    this.simple = header.flag();
    this.level = header.number(6);
    this.sharpness = header.number(3);
    boolean hasDeltas = header.flag();
    boolean givesDeltas = hasDeltas && header.flag();
    if (givesDeltas) {
      int[] deltas = new int[8];
      for (int i = 0; i < deltas.length; i++) {
        deltas[i] = header.optionalSigned(6);
      }
      keyFrameDelta = deltas[0];
      subblockDelta = deltas[4];
    }
  }

  /** Whether only luma is smoothed, and that in the simple way. */
  boolean simple() {
    return simple;
  }

  /**
   * How strongly macroblocks are smoothed.
   *
   * @param limit how large the step at an edge may be to be taken for an artefact; 0 for none
   * @param interior how much neighbouring samples on one side may differ
   * @param variance from which difference of the nearest samples on an edge moves but those
   */
  record Strength(int limit, int interior, int variance) {
    static final Strength NONE = new Strength(0, 0, 0);
  }

  Strength strength(Segments segments, int segment, boolean bySubblock) {
    if (level == 0) {
      return Strength.NONE;
    }
    int sum = segments.filterLevel(segment, level) + keyFrameDelta;
    int own = Math.clamp(sum + (bySubblock ? subblockDelta : 0), 0, 63);
    if (own == 0) {
      return Strength.NONE;
    }
    int interior = own;
    if (sharpness > 0) {
      interior = Math.min(interior >> (sharpness > 4 ? 2 : 1), 9 - sharpness);
    }
    interior = Math.max(1, interior);
    int variance = own >= 40 ? 2 : own >= 15 ? 1 : 0;
    return new Strength(2 * own + interior, interior, variance);
  }
}
