package org.casaba.codec.webp.lossless;

/** A prediction from the neighbours was subtracted (section 3.5.1). */
final class PredictorTransform implements Transform {
  private static final int BLACK = 0xFF000000;

  private final int blockBits;
  private final int blocksAcross;

  /** For each block the kind of prediction, in the green band. */
  private final int[] modes;

  private final int width;
  private final int[] above;
  private int y;

  PredictorTransform(int blockBits, int blocksAcross, int[] modes, int width) {
    this.blockBits = blockBits;
    this.blocksAcross = blocksAcross;
    this.modes = modes;
    this.width = width;
    this.above = new int[width];
  }

  @Override
  public void undo(int[] row) {
    if (y == 0) {
      row[0] = Argb.add(row[0], BLACK);
      for (int x = 1; x < width; x++) {
        row[x] = Argb.add(row[x], row[x - 1]);
      }
    } else {
      row[0] = Argb.add(row[0], above[0]);
      int blockRow = (y >> blockBits) * blocksAcross;
      for (int x = 1; x < width; x++) {
        int mode = modes[blockRow + (x >> blockBits)] >> 8 & 0xF;
        // The pixel after the last of the row above is the first of this one.
        int upRight = x + 1 < width ? above[x + 1] : row[0];
        int prediction = predict(mode, row[x - 1], above[x - 1], above[x], upRight);
        row[x] = Argb.add(row[x], prediction);
      }
    }
    System.arraycopy(row, 0, above, 0, width);
    y++;
  }

  private static int predict(int mode, int left, int upLeft, int up, int upRight) {
    return switch (mode) {
      case 1 -> left;
      case 2 -> up;
      case 3 -> upRight;
      case 4 -> upLeft;
      case 5 -> Argb.mean(Argb.mean(left, upRight), up);
      case 6 -> Argb.mean(left, upLeft);
      case 7 -> Argb.mean(left, up);
      case 8 -> Argb.mean(upLeft, up);
      case 9 -> Argb.mean(up, upRight);
      case 10 -> Argb.mean(Argb.mean(left, upLeft), Argb.mean(up, upRight));
      case 11 -> Argb.select(left, up, upLeft);
      case 12 -> Argb.gradient(left, up, upLeft);
      case 13 -> Argb.halfGradient(Argb.mean(left, up), upLeft);
      default -> BLACK;
    };
  }
}
