package org.casaba.render;

import java.util.function.DoubleUnaryOperator;

/**
 * The weight of a neighbour by its distance. All of them answer 1 at distance 0 and 0 at the other
 * whole numbers, so that a picture resampled to its own size is unchanged.
 *
 * @param radius distance from which on neighbours do not count
 * @param weight by signed distance; only asked within the radius
 */
record Kernel(double radius, DoubleUnaryOperator weight) {

  static Kernel of(RenderSettings.Filter filter) {
    return switch (filter) {
      case BOX -> new Kernel(0.5, x -> 1);
      case TRIANGLE -> new Kernel(1, x -> Math.max(0, 1 - Math.abs(x)));
      case CATMULL_ROM -> new Kernel(2, Kernel::catmullRom);
      case LANCZOS3 -> new Kernel(3, Kernel::lanczos3);
    };
  }

  private static double catmullRom(double x) {
    double d = Math.abs(x);
    if (d < 1) {
      return (1.5 * d - 2.5) * d * d + 1;
    }
    return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
  }

  private static double lanczos3(double x) {
    if (Math.abs(x) >= 3) {
      return 0;
    }
    double angle = Math.PI * x;
    return Math.abs(x) < 1e-9 ? 1 : 3 * Math.sin(angle) * Math.sin(angle / 3) / (angle * angle);
  }
}
