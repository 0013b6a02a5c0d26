package org.casaba.codec.webp.lossy;

import java.io.IOException;
import java.util.Arrays;

/**
 * How the macroblocks of a row are predicted, read one after the other (RFC 6386, sections 9.3,
 * 9.10 and 11). The modes of whole macroblocks are the first four of the subblocks'.
 */
final class MacroblockModes {
  /** Instead of a probability, if no macroblock says that it has no coefficients. */
  static final int NEVER_EMPTY = -1;

  private final BoolDecoder modes;
  private final Segments segments;

  private final int notEmpty;

  /** Modes of the subblocks above the row, and of those to the left. */
  private final int[] above;

  private final int[] left = new int[4];

  private int segment;
  private boolean empty;
  private boolean bySubblock;
  private final int[] luma = new int[16];
  private int chroma;

  /**
   * Reads from the first partition.
   *
   * @param notEmpty probability that a macroblock has coefficients, or {@link #NEVER_EMPTY}
   */
  MacroblockModes(BoolDecoder modes, Segments segments, int notEmpty, int macroblocksAcross) {
    this.modes = modes;
    this.segments = segments;
    this.notEmpty = notEmpty;
    this.above = new int[4 * macroblocksAcross];
  }

  void startRow() {
    Arrays.fill(left, SubblockModes.DC);
  }

  /** Reads the modes of the next macroblock, the {@code x}-th of its row. */
  void read(int x) throws IOException {
    segment = segments.read(modes);
    empty = notEmpty != NEVER_EMPTY && modes.bit(notEmpty) == 1;
    bySubblock = modes.bit(145) == 0;
    if (bySubblock) {
      for (int i = 0; i < 16; i++) {
        int column = 4 * x + i % 4;
        int mode = SubblockModes.read(modes, above[column], left[i / 4]);
        above[column] = mode;
        left[i / 4] = mode;
        luma[i] = mode;
      }
    } else {
      int mode = readLumaMode();
      luma[0] = mode;
      for (int i = 0; i < 4; i++) {
        above[4 * x + i] = mode;
        left[i] = mode;
      }
    }
    chroma = readChromaMode();
  }

  private int readLumaMode() throws IOException {
    if (modes.bit(156) == 1) {
      return modes.bit(128) == 1 ? SubblockModes.TRUE_MOTION : SubblockModes.HORIZONTAL;
    }
    return modes.bit(163) == 1 ? SubblockModes.VERTICAL : SubblockModes.DC;
  }

  private int readChromaMode() throws IOException {
    if (modes.bit(142) == 0) {
      return SubblockModes.DC;
    }
    if (modes.bit(114) == 0) {
      return SubblockModes.VERTICAL;
    }
    return modes.bit(183) == 1 ? SubblockModes.TRUE_MOTION : SubblockModes.HORIZONTAL;
  }

  /** Number of the macroblock's segment, 0 to 3. */
  int segment() {
    return segment;
  }

  /** Whether there are no coefficients. */
  boolean empty() {
    return empty;
  }

  /** Whether each subblock has its own mode. */
  boolean bySubblock() {
    return bySubblock;
  }

  /** The mode of a subblock, or of all luma at 0. */
  int luma(int subblock) {
    return luma[subblock];
  }

  int chroma() {
    return chroma;
  }
}
