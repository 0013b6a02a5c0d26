package org.casaba.codec.webp.lossy;

/**
 * Predicts 4 x 4 samples from the 13 around them (RFC 6386, section 12.3). Most modes continue the
 * border in a direction: each sample is a mean of two or three neighbours on the border.
 *
 * <p>The border is walked from the bottom left over the corner to the top right: indices 0 to 3 lie
 * to the left, 4 in the corner, 5 to 12 above and above to the right.
 */
final class SubblockPrediction {
  private static final int CORNER = 4;

  private final Plane plane;
  private final int[] border = new int[13];

  SubblockPrediction(Plane plane) {
    this.plane = plane;
  }

  /** Predicts the samples whose top left one is at {@code at}. */
  void predict(int mode, int at) {
    int above = at - plane.stride();
    for (int i = 0; i < 4; i++) {
      border[3 - i] = plane.get(at + i * plane.stride() - 1);
    }
    for (int i = -1; i < 8; i++) {
      border[CORNER + 1 + i] = plane.get(above + i);
    }
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        plane.set(at + y * plane.stride() + x, sample(mode, x, y));
      }
    }
  }

  private int sample(int mode, int x, int y) {
    int up = border[CORNER + 1 + x];
    int left = border[3 - y];
    return switch (mode) {
      case SubblockModes.DC -> mean();
      case SubblockModes.TRUE_MOTION -> Plane.clip(left + up - border[CORNER]);
      case SubblockModes.VERTICAL -> mean3(CORNER + 1 + x);
      case SubblockModes.HORIZONTAL -> y < 3 ? mean3(3 - y) : (border[1] + 3 * border[0] + 2) >> 2;
      case SubblockModes.LEFT_DOWN -> leftDown(x + y);
      case SubblockModes.RIGHT_DOWN -> mean3(CORNER + x - y);
      case SubblockModes.VERTICAL_RIGHT -> verticalRight(x, y);
      case SubblockModes.VERTICAL_LEFT -> verticalLeft(x, y);
      case SubblockModes.HORIZONTAL_DOWN -> horizontalDown(x, y);
      default -> horizontalUp(x + 2 * y);
    };
  }

  private int mean() {
    int sum = 4;
    for (int i = 0; i < 4; i++) {
      sum += border[i] + border[CORNER + 1 + i];
    }
    return sum >> 3;
  }

  /** Of two neighbours on the border, from that one on. */
  private int mean2(int first) {
    return (border[first] + border[first + 1] + 1) >> 1;
  }

  /** Of three neighbours on the border, that one in the middle. */
  private int mean3(int middle) {
    return (border[middle - 1] + 2 * border[middle] + border[middle + 1] + 2) >> 2;
  }

  private int leftDown(int diagonal) {
    return diagonal < 6 ? mean3(CORNER + 2 + diagonal) : (border[11] + 3 * border[12] + 2) >> 2;
  }

  private int verticalRight(int x, int y) {
    int column = 2 * x - y; // in half columns, where the direction meets the border
    if (column < 0) {
      return mean3(CORNER + 1 + column);
    }
    int from = CORNER + column / 2;
    return column % 2 == 0 ? mean2(from) : mean3(from + 1);
  }

  private int verticalLeft(int x, int y) {
    if (x == 3 && y >= 2) { // the two that the standard has out of line
      return mean3(CORNER + 4 + y);
    }
    int from = CORNER + 1 + x + y / 2;
    return y % 2 == 0 ? mean2(from) : mean3(from + 1);
  }

  private int horizontalDown(int x, int y) {
    int line = 2 * y - x; // in half lines, where the direction meets the border
    if (line < 0) {
      return mean3(CORNER - 1 - line);
    }
    int from = 3 - line / 2;
    return line % 2 == 0 ? mean2(from) : mean3(from);
  }

  private int horizontalUp(int line) {
    if (line > 5) {
      return border[0];
    }
    if (line == 5) {
      return (border[1] + 3 * border[0] + 2) >> 2;
    }
    int from = 2 - line / 2;
    return line % 2 == 0 ? mean2(from) : mean3(from);
  }
}
