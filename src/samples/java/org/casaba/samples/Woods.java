package org.casaba.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Where trees grow, and each tree. */
final class Woods {
  private static final int KINDS = 14;
  private static final double TREE_LINE = 520;

  private final Island island;
  private final Noise noise = new Noise(9);

  Woods(Island island) {
    this.island = island;
  }

  /** 0 where there is no wood, up to about 0.5 in the middle of one. */
  double density(double x, double y) {
    if (!island.isLand(x, y)) {
      return 0;
    }
    double metres = island.height.at(x, y);
    double thick = noise.fractal(x / 850, y / 850, 4, 0.5) - 0.16;
    double high = Math.clamp((TREE_LINE - metres) / 140, 0, 1);
    double shore = Math.clamp(island.land.at(x, y) / 60, 0, 1);
    return Math.max(0, thick) * high * shore;
  }

  void draw(Plate plate, Reserve letters, Reserve built) {
    var random = new SplittableRandom(21);
    List<Path2D> crowns = new ArrayList<>();
    List<Path2D> shades = new ArrayList<>();
    for (int i = 0; i < KINDS; i++) {
      boolean fir = i % 5 == 4;
      crowns.add(fir ? fir() : crown(random));
      shades.add(fir ? firShade() : shade(crowns.get(i)));
    }
    List<double[]> trees = places(random, letters, built);
    trees.sort(Comparator.comparingDouble(tree -> tree[1]));
    for (double[] tree : trees) {
      int kind = random.nextInt(KINDS);
      var place = AffineTransform.getTranslateInstance(tree[0], tree[1]);
      double size = 0.9 + 0.45 * random.nextDouble();
      place.scale(size, size);
      Shape crown = place.createTransformedShape(crowns.get(kind));
      plate.fill(crown, Inks.LEAF);
      plate.fill(place.createTransformedShape(shades.get(kind)), Inks.faint(Inks.BLACK, 0.6));
      plate.draw(crown, 0.9, Inks.faint(Inks.BLACK, 0.85));
    }
  }

  private List<double[]> places(SplittableRandom random, Reserve letters, Reserve built) {
    List<double[]> trees = new ArrayList<>();
    int step = 20;
    for (int y = 900; y < 7200; y += step) {
      for (int x = 1000; x < 11200; x += step) {
        double px = x + random.nextDouble(-9, 9);
        double py = y + random.nextDouble(-9, 9);
        double chance = Math.min(0.8, 5 * density(px, py));
        if (random.nextDouble() < chance && letters.free(px, py - 6, 9) && built.free(px, py, 8)) {
          trees.add(new double[] {px, py});
        }
      }
    }
    return trees;
  }

  /* A lobed crown about 14 pixels wide that stands on its point. */
  private static Path2D crown(SplittableRandom random) {
    var path = new Path2D.Double();
    int lobes = 5 + random.nextInt(3);
    double turn = random.nextDouble(6);
    for (int i = 0; i <= lobes; i++) {
      double angle = turn + 2 * Math.PI * i / lobes;
      double x = 6.2 * Math.cos(angle);
      double y = -7 + 5.6 * Math.sin(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        double middle = angle - Math.PI / lobes;
        double out = 9.6 + random.nextDouble(1.6);
        path.quadTo(out * Math.cos(middle), -7 + 0.9 * out * Math.sin(middle), x, y);
      }
    }
    path.closePath();
    path.moveTo(-0.6, -1);
    path.lineTo(-0.6, 2);
    path.moveTo(0.6, -1);
    path.lineTo(0.6, 2);
    return path;
  }

  /* The side away from the light. */
  private static Path2D shade(Path2D crown) {
    var shade = new java.awt.geom.Area(crown);
    var lit = new java.awt.geom.Ellipse2D.Double(-10.5, -16.5, 15, 15);
    shade.subtract(new java.awt.geom.Area(lit));
    return new Path2D.Double(shade);
  }

  private static Path2D fir() {
    var path = new Path2D.Double();
    path.moveTo(0, -19);
    path.lineTo(3.4, -11);
    path.lineTo(2, -11.4);
    path.lineTo(5.2, -4);
    path.lineTo(3, -4.6);
    path.lineTo(6, 1);
    path.lineTo(-6, 1);
    path.lineTo(-3, -4.6);
    path.lineTo(-5.2, -4);
    path.lineTo(-2, -11.4);
    path.lineTo(-3.4, -11);
    path.closePath();
    return path;
  }

  private static Path2D firShade() {
    var path = new Path2D.Double();
    path.moveTo(0, -19);
    path.lineTo(3.4, -11);
    path.lineTo(2, -11.4);
    path.lineTo(5.2, -4);
    path.lineTo(3, -4.6);
    path.lineTo(6, 1);
    path.lineTo(1, 1);
    path.closePath();
    return path;
  }
}
