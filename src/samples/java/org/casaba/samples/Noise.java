package org.casaba.samples;

import java.util.SplittableRandom;

/** Gradient noise in the plane, the same for the same seed. */
final class Noise {
  private final int[] table = new int[512];

  Noise(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 256; i++) {
      table[i] = i;
    }
    for (int i = 255; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = table[i];
      table[i] = table[j];
      table[j] = swap;
    }
    System.arraycopy(table, 0, table, 256, 256);
  }

  /** About -1 to 1, with features of size 1. */
  double at(double x, double y) {
    int floorX = (int) Math.floor(x);
    int floorY = (int) Math.floor(y);
    double fx = x - floorX;
    double fy = y - floorY;
    int left = table[floorX & 255];
    int right = table[(floorX + 1) & 255];
    int row = floorY & 255;
    int next = (floorY + 1) & 255;
    double u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    double v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    double upper = mix(u, slope(table[left + row], fx, fy), slope(table[right + row], fx - 1, fy));
    double lower =
        mix(u, slope(table[left + next], fx, fy - 1), slope(table[right + next], fx - 1, fy - 1));
    return mix(v, upper, lower);
  }

  /** Sum of octaves, each twice as fine and {@code gain} times as strong as the one before. */
  double fractal(double x, double y, int octaves, double gain) {
    double sum = 0;
    double strength = 1;
    double scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += strength * at(x * scale + 17.3 * i, y * scale - 9.1 * i);
      strength *= gain;
      scale *= 2.03;
    }
    return sum;
  }

  private static double mix(double share, double a, double b) {
    return a + share * (b - a);
  }

  private static double slope(int hash, double x, double y) {
    return switch (hash & 7) {
      case 0 -> x + y;
      case 1 -> x - y;
      case 2 -> -x + y;
      case 3 -> -x - y;
      case 4 -> 1.414 * x;
      case 5 -> -1.414 * x;
      case 6 -> 1.414 * y;
      default -> -1.414 * y;
    };
  }
}
