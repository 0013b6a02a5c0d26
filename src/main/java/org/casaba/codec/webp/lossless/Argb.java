package org.casaba.codec.webp.lossless;

/** Arithmetic on the four bands of a pixel. */
final class Argb {

  private Argb() {}

  /** Sums, modulo 256. */
  static int add(int a, int b) {
    int alphaAndGreen = (a & 0xFF00FF00) + (b & 0xFF00FF00);
    int redAndBlue = (a & 0xFF00FF) + (b & 0xFF00FF);
    return (alphaAndGreen & 0xFF00FF00) | (redAndBlue & 0xFF00FF);
  }

  /** Means, rounded down. */
  static int mean(int a, int b) {
    return (((a ^ b) & 0xFEFEFEFE) >>> 1) + (a & b);
  }

  /** Whichever of {@code left} and {@code up} is nearer to left + up - upLeft, at a tie up. */
  static int select(int left, int up, int upLeft) {
    int balance = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int corner = upLeft >>> shift & 0xFF;
      balance += Math.abs((left >>> shift & 0xFF) - corner);
      balance -= Math.abs((up >>> shift & 0xFF) - corner);
    }
    return balance <= 0 ? up : left;
  }

  /** {@code a + b - c}, cut to 0 to 255. */
  static int gradient(int a, int b, int c) {
    int argb = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int sum = (a >>> shift & 0xFF) + (b >>> shift & 0xFF) - (c >>> shift & 0xFF);
      argb |= Math.clamp(sum, 0, 255) << shift;
    }
    return argb;
  }

  /** {@code a + (a - b) / 2}, cut to 0 to 255. */
  static int halfGradient(int a, int b) {
    int argb = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int level = a >>> shift & 0xFF;
      int sum = level + (level - (b >>> shift & 0xFF)) / 2;
      argb |= Math.clamp(sum, 0, 255) << shift;
    }
    return argb;
  }
}
