package org.casaba.codec.webp.lossy;

import java.io.IOException;
import java.util.Arrays;

/**
 * Up to four classes of macroblocks, each with its own quality (RFC 6386, section 9.3).
 *
 * <p>Fields of the same place belong to the same segment.
 */
final class Segments {
  static final int COUNT = 4;

  private final boolean mapped;
  private final boolean absolute;
  private final int[] quantizers = new int[COUNT];
  private final int[] filterLevels = new int[COUNT];

  /** Branches of the tree by which a macroblock's segment is coded. */
  private final int[] tree = new int[COUNT - 1];

  Segments(BoolDecoder header) throws IOException {
    boolean used = header.flag();
    this.mapped = used && header.flag();
    boolean hasData = used && header.flag();
    this.absolute = used && (!hasData || header.flag());
    if (hasData) {
      for (int i = 0; i < COUNT; i++) {
        quantizers[i] = header.optionalSigned(7);
      }
      for (int i = 0; i < COUNT; i++) {
        filterLevels[i] = header.optionalSigned(6);
      }
    }
    Arrays.fill(tree, 255);
    for (int i = 0; mapped && i < tree.length; i++) {
      if (header.flag()) {
        tree[i] = header.number(8);
      }
    }
  }

  /** The quantizer index of a segment, given the frame's. */
  int quantizer(int segment, int frame) {
    return quantizers[segment] + (absolute ? 0 : frame);
  }

  /** The loop filter level of a segment, given the frame's. */
  int filterLevel(int segment, int frame) {
    return filterLevels[segment] + (absolute ? 0 : frame);
  }

  /** Reads which segment a macroblock belongs to. */
  int read(BoolDecoder modes) throws IOException {
    if (!mapped) {
      return 0;
    }
    return modes.bit(tree[0]) == 0 ? modes.bit(tree[1]) : 2 + modes.bit(tree[2]);
  }
}
