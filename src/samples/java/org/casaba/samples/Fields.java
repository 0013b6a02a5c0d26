package org.casaba.samples;

import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** Ploughland, meadows and orchards around a town, parcel by parcel. */
final class Fields {
  private final Island island;
  private final Woods woods;
  private final Reserve letters;
  private final Reserve built;
  private final Noise noise = new Noise(31);

  Fields(Island island, Woods woods, Reserve letters, Reserve built) {
    this.island = island;
    this.woods = woods;
    this.letters = letters;
    this.built = built;
  }

  /** Draws parcels within a radius, and reserves them. */
  void draw(Plate plate, double[] centre, double radius, long seed) {
    var random = new SplittableRandom(seed);
    double angle = random.nextDouble(Math.PI);
    double stepU = 92;
    double stepV = 62;
    int reach = (int) (radius / stepV) + 1;
    for (int i = -reach; i <= reach; i++) {
      for (int j = -reach; j <= reach; j++) {
        double out = Math.hypot(i * stepU, j * stepV) / radius;
        if (out < 1 && random.nextDouble() > out * out * 0.9) {
          parcel(plate, random, centre, new double[] {angle, i * stepU, j * stepV, stepU, stepV});
        }
      }
    }
  }

  private void parcel(Plate plate, SplittableRandom random, double[] centre, double[] frame) {
    double[][] corners = {
      corner(centre, frame, -0.47, -0.46),
      corner(centre, frame, 0.47, -0.46),
      corner(centre, frame, 0.47, 0.46),
      corner(centre, frame, -0.47, 0.46)
    };
    Path2D hedge = new Path2D.Double();
    for (int i = 0; i < 4; i++) {
      double[] c = corners[i];
      double[] d = corners[(i + 1) % 4];
      for (double share = 0; share < 1; share += 0.34) {
        if (!arable(c[0] + share * (d[0] - c[0]), c[1] + share * (d[1] - c[1]))) {
          return;
        }
      }
      if (i == 0) {
        hedge.moveTo(c[0], c[1]);
      } else {
        hedge.lineTo(c[0], c[1]);
      }
    }
    hedge.closePath();
    int crop = random.nextInt(6);
    if (crop < 4) {
      plate.fill(hedge, Inks.faint(crop % 2 == 0 ? Inks.OCHRE : Inks.GREEN, 0.30));
    }
    plate.draw(hedge, Plate.dashed(1.1, 3, 2.4f), Inks.faint(Inks.BLACK, 0.75));
    if (crop == 4) {
      orchard(plate, corners);
    } else if (crop < 4) {
      furrows(plate, corners, crop);
    }
    built.take(hedge, 3);
  }

  private boolean arable(double x, double y) {
    return island.land.at(x, y) > 20
        && built.free(x, y)
        && letters.free(x, y)
        && woods.density(x, y) < 0.06
        && island.steepness(x, y) < 0.24;
  }

  private double[] corner(double[] centre, double[] frame, double su, double sv) {
    double u = frame[1] + su * frame[3];
    double v = frame[2] + sv * frame[4];
    double bentU = u + 40 * noise.fractal((u + centre[0]) / 330, (v + centre[1]) / 330, 2, 0.5);
    double bentV = v + 40 * noise.fractal((u + centre[0]) / 330 + 5, (v + centre[1]) / 330, 2, 0.5);
    return new double[] {
      centre[0] + bentU * Math.cos(frame[0]) - bentV * Math.sin(frame[0]),
      centre[1] + bentU * Math.sin(frame[0]) + bentV * Math.cos(frame[0])
    };
  }

  private static void furrows(Plate plate, double[][] corners, int crop) {
    var lines = new Path2D.Double();
    int count = 8 + crop;
    int turn = crop % 2;
    for (int i = 1; i < count; i++) {
      double share = i / (double) count;
      double[] from = between(corners[turn], corners[turn + 1], share);
      double[] to = between(corners[(turn + 3) % 4], corners[turn + 2], share);
      double[] a = between(from, to, 0.06);
      double[] b = between(from, to, 0.94);
      lines.moveTo(a[0], a[1]);
      lines.lineTo(b[0], b[1]);
    }
    var pen = crop < 2 ? Plate.pen(0.8) : Plate.dashed(0.9, 2, 3);
    plate.draw(lines, pen, Inks.faint(Inks.BLACK, 0.5));
  }

  private static void orchard(Plate plate, double[][] corners) {
    for (int i = 1; i < 8; i++) {
      double[] from = between(corners[0], corners[1], i / 8.0);
      double[] to = between(corners[3], corners[2], i / 8.0);
      for (int j = 1; j < 6; j++) {
        double[] at = between(from, to, j / 6.0);
        var shade = new java.awt.geom.Ellipse2D.Double(at[0] - 2, at[1] - 1.4, 6.2, 5);
        var tree = new java.awt.geom.Ellipse2D.Double(at[0] - 2.8, at[1] - 3, 5.6, 5.6);
        plate.fill(shade, Inks.faint(Inks.BLACK, 0.55));
        plate.outline(tree, Inks.LEAF, 0.8, Inks.BLACK);
      }
    }
  }

  private static double[] between(double[] a, double[] b, double share) {
    return new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])};
  }
}
