package org.casaba.jpeg;

import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;

/**
 * What laying a picture otherwise is to its blocks: perhaps to transpose it, and then perhaps to
 * mirror it left to right and top to bottom.
 */
final class BlockTurn {
  private final Orientation orientation;
  private final boolean transposed;
  private final boolean mirroredAcross;
  private final boolean mirroredDown;

  /** For each place in zigzag order the place in the old block, row by row. */
  final int[] sources = new int[64];

  /** Which of them change their sign: 0, or -1. */
  final int[] signs = new int[64];

  BlockTurn(Orientation orientation) {
    this.orientation = orientation;
    int turns = orientation.quarterTurns();
    transposed = orientation.transposes();
    mirroredAcross =
        switch (turns) {
          case 0 -> orientation.mirrored();
          case 1 -> true;
          case 2 -> !orientation.mirrored();
          default -> false;
        };
    mirroredDown =
        switch (turns) {
          case 0 -> false;
          case 1 -> orientation.mirrored();
          case 2 -> true;
          default -> !orientation.mirrored();
        };
    for (int k = 0; k < 64; k++) {
      int row = ZigZag.NATURAL[k] >> 3;
      int column = ZigZag.NATURAL[k] & 7;
      sources[k] = transposed ? column << 3 | row : row << 3 | column;
      int changes = (mirroredAcross ? column : 0) + (mirroredDown ? row : 0);
      signs[k] = -(changes & 1);
    }
  }

  Orientation orientation() {
    return orientation;
  }

  /** A quantization table, both in zigzag order. */
  int[] table(int[] zigzag) {
    int[] natural = new int[64];
    for (int k = 0; k < 64; k++) {
      natural[ZigZag.NATURAL[k]] = zigzag[k];
    }
    int[] turned = new int[64];
    for (int k = 0; k < 64; k++) {
      turned[k] = natural[sources[k]];
    }
    return turned;
  }

  Component component(int id, Component old, int quantization) {
    return transposed
        ? new Component(id, old.vertical(), old.horizontal(), quantization)
        : new Component(id, old.horizontal(), old.vertical(), quantization);
  }

  /** Whether the corner that becomes the upper left one is the corner of an MCU. */
  boolean keepsMcus(Frame old) {
    Dimensions size = old.size();
    boolean right = transposed ? mirroredDown : mirroredAcross;
    boolean bottom = transposed ? mirroredAcross : mirroredDown;
    return (!right || size.width() % (8 * old.maxHorizontal()) == 0)
        && (!bottom || size.height() % (8 * old.maxVertical()) == 0);
  }

  /**
   * Where a block of a component was.
   *
   * @param columns blocks in a row of the new component
   * @param rows block rows of the new component
   * @param stride blocks in a row of the old one
   */
  int source(int column, int row, int columns, int rows, int stride) {
    int x = mirroredAcross ? columns - 1 - column : column;
    int y = mirroredDown ? rows - 1 - row : row;
    return transposed ? x * stride + y : y * stride + x;
  }
}
