package org.casaba.samples;

import java.util.Arrays;
import java.util.List;

/**
 * The lie of the land: where the coast runs, how high the hills are, where the water goes.
 *
 * <p>The outline and the ridges are drawn by hand (the tables below); noise frays the coast and
 * erosion cuts the valleys.
 */
final class Island {
  static final int WIDTH = 12000;
  static final int HEIGHT = 8000;

  /** Side of the cells in which the water flows. */
  static final int FLOW_CELL = 16;

  private static final double[] OUTLINE = {
    4350, 1250, 5000, 1600, 5450, 2150, 6150, 2300, 6750, 1750, 7500, 1250, 8600, 1300, 9300, 1750,
    9900, 2450, 10150, 3150, 9600, 3420, 8900, 3560, 9350, 3960, 9700, 4500, 9250, 5150, 8500, 5400,
    8000, 5150, 7620, 4650, 7300, 4850, 7480, 5500, 7900, 6150, 7600, 6800, 6900, 7000, 6200, 6650,
    5600, 6200, 5000, 6380, 4300, 6120, 3700, 5600, 3000, 5480, 2250, 5000, 2500, 4480, 3200, 4420,
    3750, 4000, 3450, 3400, 3750, 2900, 4250, 2550, 4050, 1950
  };

  /* x, y, radius. */
  private static final double[][] ISLETS = {
    {1330, 4230, 60}, {10480, 3700, 130}, {10760, 4010, 90}, {10930, 4330, 60}, {10300, 4260, 50},
    {8350, 7050, 40}, {10250, 1330, 110}, {10560, 1180, 60}, {3150, 3560, 60}, {6120, 1640, 50},
    {4700, 6900, 46}, {8150, 5620, 34}
  };

  /* x, y, x, y, …; width and strength come first. */
  private static final double[][] RIDGES = {
    {620, 1.0, 4350, 5150, 5150, 4750, 5900, 4250, 6550, 3700, 7050, 3000, 7900, 2450, 8800, 2250},
    {420, 0.6, 5900, 4250, 6250, 5050, 6750, 5800, 7000, 6400},
    {380, 0.55, 4450, 1750, 4550, 2500, 4350, 3300, 4900, 4000, 5400, 4500},
    {360, 0.35, 7050, 3000, 8000, 3350, 8700, 4500, 9000, 4800}
  };

  /* x, y, and metres of its height: where a lake is dammed up. */
  private static final double[] DAM = {5600, 3000, 34};

  private final Noise noise = new Noise(1786);
  private final Grid outline;

  /** Above 0 on land; near the coast about the distance to it in pixels. */
  final Grid land;

  /** Metres above the sea on land; 0 at sea. */
  final Grid height;

  final Erosion erosion;

  private final Grid lake;
  private double lakeLevel;

  Island() {
    outline = Grid.of(WIDTH, HEIGHT, FLOW_CELL, Island::insideOutline);
    land = Grid.of(WIDTH, HEIGHT, 4, this::landAt);
    Grid flow = Grid.of(WIDTH, HEIGHT, FLOW_CELL, this::upliftAt);
    var sea = new boolean[flow.values().length];
    for (int k = 0; k < sea.length; k++) {
      int x = k % flow.columns() * FLOW_CELL;
      int y = k / flow.columns() * FLOW_CELL;
      sea[k] = land.at(x, y) <= 0;
    }
    erosion = new Erosion(flow.columns(), flow.rows(), sea);
    erosion.run(flow.values(), 60, 0.045);
    float[] carved = erosion.heights();
    float top = 0;
    for (float metres : carved) {
      top = Math.max(top, metres);
    }
    float scale = 930 / top;
    for (int k = 0; k < carved.length; k++) {
      carved[k] *= scale;
    }
    var coarse = new Grid(flow.columns(), flow.rows(), FLOW_CELL, carved);
    lake = lake(coarse);
    height = Grid.of(WIDTH, HEIGHT, 8, (x, y) -> heightAt(coarse, x, y));
  }

  boolean isLand(double x, double y) {
    return land.at(x, y) > 0;
  }

  /** Metres of rise per metre, where a pixel is two metres. */
  double steepness(double x, double y) {
    return Math.hypot(height.slopeX(x, y), height.slopeY(x, y)) / 2;
  }

  private static double insideOutline(double x, double y) {
    double nearest = Double.MAX_VALUE;
    boolean inside = false;
    int n = OUTLINE.length;
    for (int i = 0; i < n; i += 2) {
      double ax = OUTLINE[i];
      double ay = OUTLINE[i + 1];
      double bx = OUTLINE[(i + 2) % n];
      double by = OUTLINE[(i + 3) % n];
      nearest = Math.min(nearest, distance(x, y, ax, ay, bx, by));
      if ((ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) {
        inside = !inside;
      }
    }
    return inside ? nearest : -nearest;
  }

  private static double distance(double x, double y, double ax, double ay, double bx, double by) {
    double share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay));
    share /= (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    share = Math.clamp(share, 0, 1);
    return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
  }

  private double landAt(double x, double y) {
    double wx = x + 210 * noise.fractal(x / 1300, y / 1300, 3, 0.5);
    double wy = y + 210 * noise.fractal(x / 1300 + 50, y / 1300 + 50, 3, 0.5);
    double here = outline.at(wx, wy);
    for (double[] islet : ISLETS) {
      here = Math.max(here, isletAt(islet, x, y));
    }
    if (here > 500 || here < -700) {
      return here;
    }
    double rough = Math.max(0.5, 0.85 + 0.8 * noise.at(x / 2600 + 9, y / 2600 + 9));
    double fray = noise.fractal(x / 700, y / 700, 9, 0.55);
    double near = Math.exp(-Math.max(0, -here - 60) / 260);
    return here + 230 * rough * fray * near;
  }

  private static double isletAt(double[] islet, double x, double y) {
    return islet[2] - Math.hypot((x - islet[0]) * 0.8, y - islet[1]);
  }

  private double upliftAt(double x, double y) {
    double sum = 0.10 + 0.08 * noise.fractal(x / 900 + 31, y / 900, 4, 0.5);
    for (double[] ridge : RIDGES) {
      double nearest = Double.MAX_VALUE;
      for (int i = 2; i + 3 < ridge.length; i += 2) {
        nearest =
            Math.min(nearest, distance(x, y, ridge[i], ridge[i + 1], ridge[i + 2], ridge[i + 3]));
      }
      double wander = 1 + 0.45 * noise.fractal(x / 700, y / 700 + 77, 3, 0.5);
      sum += ridge[1] * wander * Math.exp(-nearest * nearest / (ridge[0] * ridge[0]));
    }
    double inland = Math.clamp(outline.at(x, y) / 350, 0.15, 1);
    return Math.max(0.02, sum) * inland;
  }

  private double heightAt(Grid coarse, double x, double y) {
    double shore = land.at(x, y);
    if (shore <= 0) {
      return 0;
    }
    double[] bent = bent(x, y);
    double carved = coarse.smooth(bent[0], bent[1]);
    if (lake.smooth(bent[0], bent[1]) > 0) {
      return lakeLevel;
    }
    double fine = noise.fractal(x / 130 + 5, y / 130, 4, 0.5) * (1.2 + 0.018 * carved);
    return Math.max(0.5, carved + fine) * Math.min(1, 0.3 + shore / 40);
  }

  /* The straight runs of the flow cells are bent a little inland when they are put on the map. */
  private double[] bent(double x, double y) {
    double much = 40 * Math.clamp((land.at(x, y) - 10) / 160, 0, 1);
    return new double[] {
      x + much * noise.fractal(x / 300 + 3, y / 300, 2, 0.5),
      y + much * noise.fractal(x / 300, y / 300 + 3, 2, 0.5)
    };
  }

  /** Where a point of the flow cells lies on the map. */
  double[] unbent(double x, double y) {
    double mapX = x;
    double mapY = y;
    for (int i = 0; i < 4; i++) {
      double[] bent = bent(mapX, mapY);
      mapX += x - bent[0];
      mapY += y - bent[1];
    }
    return new double[] {mapX, mapY};
  }

  /* A dam across the strongest stream near a point: what lies above it and low enough is lake. */
  private Grid lake(Grid coarse) {
    int dam = 0;
    double strongest = 0;
    double[] areas = erosion.areas();
    for (int cell = 0; cell < areas.length; cell++) {
      double x = cell % coarse.columns() * FLOW_CELL;
      double y = cell / coarse.columns() * FLOW_CELL;
      if (Math.hypot(x - DAM[0], y - DAM[1]) < 260
          && areas[cell] > strongest
          && land.at(x, y) > 0) {
        strongest = areas[cell];
        dam = cell;
      }
    }
    lakeLevel = coarse.values()[dam] + DAM[2];
    var depth = new float[areas.length];
    Arrays.fill(depth, -3);
    var above = new boolean[areas.length];
    for (int cell : erosion.upstreamOrder()) {
      above[cell] = cell == dam || above[erosion.receivers()[cell]];
      double metres = lakeLevel - coarse.values()[cell];
      if (above[cell] && metres > 0) {
        depth[cell] = (float) Math.min(4, 1 + metres);
      }
    }
    return new Grid(coarse.columns(), coarse.rows(), FLOW_CELL, depth);
  }

  boolean isLake(double x, double y) {
    double[] bent = bent(x, y);
    return lake.smooth(bent[0], bent[1]) > 0;
  }

  /** The shores of the lake. */
  List<Line> lakeShore() {
    Grid fine =
        Grid.of(
            WIDTH,
            HEIGHT,
            8,
            (x, y) -> {
              if (Math.hypot(x - DAM[0], y - DAM[1]) > 1500) {
                return -3;
              }
              double[] bent = bent(x, y);
              return lake.smooth(bent[0], bent[1]);
            });
    return Isolines.of(fine, 0, 40).stream().map(line -> line.averaged(2).smooth(1)).toList();
  }
}
