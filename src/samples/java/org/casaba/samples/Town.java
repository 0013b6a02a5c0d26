package org.casaba.samples;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;

/**
 * A town's plan: streets as a grid that grew by hand, a market place in the middle, and houses
 * around the edges of each block with yards behind.
 */
final class Town {
  /** One roof; corners in order around it. */
  record House(double[][] corners, boolean grand) {
    Path2D plan() {
      return quad(corners);
    }
  }

  /** The ground between streets; corners in order around it. */
  record Block(double[][] corners, boolean market, boolean church) {
    /** The point at the given shares of both sides. */
    double[] at(double s, double t) {
      double[] p = new double[2];
      for (int i = 0; i < 2; i++) {
        double upper = corners[0][i] + s * (corners[1][i] - corners[0][i]);
        double lower = corners[3][i] + s * (corners[2][i] - corners[3][i]);
        p[i] = upper + t * (lower - upper);
      }
      return p;
    }

    double side(int from, int to) {
      return Math.hypot(corners[to][0] - corners[from][0], corners[to][1] - corners[from][1]);
    }

    Path2D outline() {
      return quad(at(0, 0), at(1, 0), at(1, 1), at(0, 1));
    }
  }

  private final double[] centre;
  private final double radius;
  private final double angle;
  private final SplittableRandom random;
  private final Noise noise;
  private final List<Block> blocks = new ArrayList<>();
  private final List<House> houses = new ArrayList<>();
  private final List<Line> streets = new ArrayList<>();

  /**
   * Lays out a town.
   *
   * @param centre x and y of its market
   * @param angle direction of its main street in radians
   */
  Town(double[] centre, double radius, double angle, long seed, BiPredicate<Double, Double> dry) {
    this.centre = centre;
    this.radius = radius;
    this.angle = angle;
    random = new SplittableRandom(seed);
    noise = new Noise(seed);
    double[] us = cuts(44);
    double[] vs = cuts(34);
    for (int i = 0; i + 1 < us.length; i++) {
      for (int j = 0; j + 1 < vs.length; j++) {
        layBlock(us, vs, i, j, dry);
      }
    }
    for (int j = 1; j + 1 < vs.length; j++) {
      street(vs[j]);
    }
    chooseMarket();
    blocks.forEach(this::build);
  }

  List<House> houses() {
    return houses;
  }

  List<Block> blocks() {
    return blocks;
  }

  double[] centre() {
    return centre;
  }

  double radius() {
    return radius;
  }

  /** The long streets, from end to end of the town, as centre lines. */
  List<Line> streets() {
    return streets;
  }

  private void street(double v) {
    double reach = Math.sqrt(Math.max(0, radius * radius - v * v));
    List<double[]> points = new ArrayList<>();
    for (double u = -reach; u <= reach; u += 12) {
      points.add(place(u, v));
    }
    if (points.size() > 5) {
      streets.add(
          new Line(
              points.stream().mapToDouble(p -> p[0]).toArray(),
              points.stream().mapToDouble(p -> p[1]).toArray()));
    }
  }

  private double[] cuts(double step) {
    List<Double> cuts = new ArrayList<>();
    double at = -1.4 * radius;
    while (at < 1.4 * radius) {
      cuts.add(at);
      at += step * (0.75 + 0.6 * random.nextDouble());
    }
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /* From the town's own axes to the map, bent so that no street is quite straight. */
  private double[] place(double u, double v) {
    double bentU = u + 0.16 * radius * noise.fractal(u / radius, v / radius + 7, 2, 0.5);
    double bentV = v + 0.16 * radius * noise.fractal(u / radius + 7, v / radius, 2, 0.5);
    return new double[] {
      centre[0] + bentU * Math.cos(angle) - bentV * Math.sin(angle),
      centre[1] + bentU * Math.sin(angle) + bentV * Math.cos(angle)
    };
  }

  private void layBlock(double[] us, double[] vs, int i, int j, BiPredicate<Double, Double> dry) {
    double middleU = (us[i] + us[i + 1]) / 2;
    double middleV = (vs[j] + vs[j + 1]) / 2;
    double out = Math.hypot(middleU, middleV) / radius;
    double ragged = 0.35 * noise.fractal(middleU / 120 + 3, middleV / 120, 2, 0.5);
    if (out + ragged > 1 || random.nextDouble() < (out - 0.55) * 0.8) {
      return;
    }
    double half = out < 0.25 ? 3 : 2.2;
    double[][] corners = {
      place(us[i] + half, vs[j] + half),
      place(us[i + 1] - half, vs[j] + half),
      place(us[i + 1] - half, vs[j + 1] - half),
      place(us[i] + half, vs[j + 1] - half)
    };
    for (double[] corner : corners) {
      if (!dry.test(corner[0], corner[1])) {
        return;
      }
    }
    blocks.add(new Block(corners, false, false));
  }

  private void chooseMarket() {
    blocks.sort((a, b) -> Double.compare(off(a), off(b)));
    if (blocks.size() > 2) {
      blocks.set(0, new Block(blocks.get(0).corners(), true, false));
      blocks.set(1, new Block(blocks.get(1).corners(), false, true));
    }
  }

  private double off(Block block) {
    double[] middle = block.at(0.5, 0.5);
    return Math.hypot(middle[0] - centre[0], middle[1] - centre[1]);
  }

  private void build(Block block) {
    if (block.market() || block.church()) {
      return;
    }
    double across = (block.side(0, 1) + block.side(3, 2)) / 2;
    double down = (block.side(0, 3) + block.side(1, 2)) / 2;
    double depth = Math.min(0.42, 10.5 / down);
    double density = 1.02 - 0.42 * Math.pow(off(block) / radius, 2);
    row(block, across, density, 0, depth);
    row(block, across, density, 1 - depth, 1);
    double sideDepth = Math.min(0.3, 9 / across);
    column(block, down, density, new double[] {0, sideDepth, depth});
    column(block, down, density, new double[] {1 - sideDepth, 1, depth});
  }

  private void row(Block block, double length, double density, double from, double to) {
    double s = 0;
    while (s < 0.97) {
      double end = Math.min(1, s + (6 + 6 * random.nextDouble()) / length);
      if (1 - end < 4 / length) {
        end = 1;
      }
      double back = (to - from) * 0.35 * random.nextDouble();
      double near = from == 0 ? from : from + back;
      double far = from == 0 ? to - back : to;
      if (random.nextDouble() < density) {
        house(block, s, end, near, far);
      }
      s = end;
    }
  }

  private void column(Block block, double length, double density, double[] span) {
    double t = span[2] + 2.5 / length;
    double stop = 1 - span[2] - 2.5 / length;
    while (t + 5 / length < stop) {
      double end = Math.min(stop, t + (6 + 5 * random.nextDouble()) / length);
      if (random.nextDouble() < density * 0.85) {
        house(block, span[0], span[1], t, end);
      }
      t = end;
    }
  }

  private void house(Block block, double s0, double s1, double t0, double t1) {
    boolean grand = random.nextInt(16) == 0;
    houses.add(
        new House(
            new double[][] {block.at(s0, t0), block.at(s1, t0), block.at(s1, t1), block.at(s0, t1)},
            grand));
  }

  private static Path2D quad(double[]... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0][0], corners[0][1]);
    for (int i = 1; i < corners.length; i++) {
      path.lineTo(corners[i][0], corners[i][1]);
    }
    path.closePath();
    return path;
  }

  /** Keeps the ground of the town free of woods and hills. */
  void reserve(Reserve built) {
    for (Block block : blocks) {
      built.take(block.outline(), 7);
    }
  }
}
