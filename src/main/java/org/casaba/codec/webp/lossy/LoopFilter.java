package org.casaba.codec.webp.lossy;

/** Smooths the edges of the macroblocks and blocks of one band (RFC 6386, section 15). */
final class LoopFilter {
  /** Edges of macroblocks count as artefacts up to so much more. */
  private static final int MACROBLOCK_EDGE = 4;

  private final byte[] samples;
  private final int stride;
  private final int size;

  /**
   * @param stride from a line of the samples to the next
   * @param size of a macroblock in this band: 16 or 8
   */
  LoopFilter(byte[] samples, int stride, int size) {
    this.samples = samples;
    this.stride = stride;
    this.size = size;
  }

  /** Which edges of a macroblock there are to be smoothed. */
  record Edges(boolean left, boolean top, boolean inner) {}

  /** Smooths the edges of the macroblock at {@code at} in the simple way, which is luma's alone. */
  void simple(int at, FilterHeader.Strength strength, Edges edges) {
    int limit = strength.limit();
    if (edges.left) {
      simpleEdge(at, 1, stride, limit + MACROBLOCK_EDGE);
    }
    for (int i = 4; edges.inner && i < size; i += 4) {
      simpleEdge(at + i, 1, stride, limit);
    }
    if (edges.top) {
      simpleEdge(at, stride, 1, limit + MACROBLOCK_EDGE);
    }
    for (int i = 4; edges.inner && i < size; i += 4) {
      simpleEdge(at + i * stride, stride, 1, limit);
    }
  }

  /** Smooths the edges of the macroblock at {@code at} in the normal way. */
  void normal(int at, FilterHeader.Strength strength, Edges edges) {
    if (edges.left) {
      macroblockEdge(at, 1, stride, strength);
    }
    for (int i = 4; edges.inner && i < size; i += 4) {
      innerEdge(at + i, 1, stride, strength);
    }
    if (edges.top) {
      macroblockEdge(at, stride, 1, strength);
    }
    for (int i = 4; edges.inner && i < size; i += 4) {
      innerEdge(at + i * stride, stride, 1, strength);
    }
  }

  private void simpleEdge(int start, int across, int along, int limit) {
    for (int i = 0, at = start; i < size; i++, at += along) {
      if (isArtefact(at, across, 2 * limit + 1)) {
        moveTwo(at, across);
      }
    }
  }

  private void macroblockEdge(int start, int across, int along, FilterHeader.Strength strength) {
    int limit = 2 * (strength.limit() + MACROBLOCK_EDGE) + 1;
    for (int i = 0, at = start; i < size; i++, at += along) {
      if (isArtefact(at, across, limit) && isSmooth(at, across, strength.interior())) {
        if (isVaried(at, across, strength.variance())) {
          moveTwo(at, across);
        } else {
          moveSix(at, across);
        }
      }
    }
  }

  private void innerEdge(int start, int across, int along, FilterHeader.Strength strength) {
    int limit = 2 * strength.limit() + 1;
    for (int i = 0, at = start; i < size; i++, at += along) {
      if (isArtefact(at, across, limit) && isSmooth(at, across, strength.interior())) {
        if (isVaried(at, across, strength.variance())) {
          moveTwo(at, across);
        } else {
          moveFour(at, across);
        }
      }
    }
  }

  /** The sample so many steps from the first one beyond the edge. */
  private int get(int at) {
    return samples[at] & 0xFF;
  }

  private void move(int at, int by) {
    samples[at] = (byte) Plane.clip((samples[at] & 0xFF) + by);
  }

  private boolean isArtefact(int at, int across, int limit) {
    int step = Math.abs(get(at - across) - get(at));
    return 4 * step + Math.abs(get(at - 2 * across) - get(at + across)) <= limit;
  }

  /** Whether no two neighbours on one side differ by more. */
  private boolean isSmooth(int at, int across, int limit) {
    return Math.abs(get(at - 4 * across) - get(at - 3 * across)) <= limit
        && Math.abs(get(at - 3 * across) - get(at - 2 * across)) <= limit
        && Math.abs(get(at - 2 * across) - get(at - across)) <= limit
        && Math.abs(get(at + 3 * across) - get(at + 2 * across)) <= limit
        && Math.abs(get(at + 2 * across) - get(at + across)) <= limit
        && Math.abs(get(at + across) - get(at)) <= limit;
  }

  private boolean isVaried(int at, int across, int limit) {
    return Math.abs(get(at - 2 * across) - get(at - across)) > limit
        || Math.abs(get(at + across) - get(at)) > limit;
  }

  private void moveTwo(int at, int across) {
    int outer = cut(get(at - 2 * across) - get(at + across), 128);
    int by = 3 * (get(at) - get(at - across)) + outer;
    move(at - across, cut((by + 3) >> 3, 16));
    move(at, -cut((by + 4) >> 3, 16));
  }

  private void moveFour(int at, int across) {
    int by = 3 * (get(at) - get(at - across));
    int down = cut((by + 4) >> 3, 16);
    int outer = (down + 1) >> 1;
    move(at - 2 * across, outer);
    move(at - across, cut((by + 3) >> 3, 16));
    move(at, -down);
    move(at + across, -outer);
  }

  private void moveSix(int at, int across) {
    int outer = cut(get(at - 2 * across) - get(at + across), 128);
    int by = cut(3 * (get(at) - get(at - across)) + outer, 128);
    int nearest = (27 * by + 63) >> 7;
    int next = (18 * by + 63) >> 7;
    int farthest = (9 * by + 63) >> 7;
    move(at - 3 * across, farthest);
    move(at - 2 * across, next);
    move(at - across, nearest);
    move(at, -nearest);
    move(at + across, -next);
    move(at + 2 * across, -farthest);
  }

  /** The nearest number from {@code -bound} to {@code bound - 1}. */
  private static int cut(int number, int bound) {
    return number < -bound ? -bound : Math.min(number, bound - 1);
  }
}
