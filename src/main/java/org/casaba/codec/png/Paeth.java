package org.casaba.codec.png;

/** The predictor of filter type 4 (section 9.4). */
final class Paeth {

  private Paeth() {}

  /** Whichever of the three neighbours, 0 to 255, lies nearest to left + up - upLeft. */
  static int predict(int left, int up, int upLeft) {
    int fromLeft = Math.abs(up - upLeft);
    int fromUp = Math.abs(left - upLeft);
    int fromUpLeft = Math.abs(left + up - 2 * upLeft);
    if (fromLeft <= fromUp && fromLeft <= fromUpLeft) {
      return left;
    }
    return fromUp <= fromUpLeft ? up : upLeft;
  }
}
