package org.casaba.samples;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A rose of 32 winds. */
final class CompassRose {
  private static final String[] WINDS = {
    "N", "N by E", "NNE", "NE by N", "NE", "NE by E", "ENE", "E by N",
    "E", "E by S", "ESE", "SE by E", "SE", "SE by S", "SSE", "S by E",
    "S", "S by W", "SSW", "SW by S", "SW", "SW by W", "WSW", "W by S",
    "W", "W by N", "WNW", "NW by W", "NW", "NW by N", "NNW", "N by W"
  };

  private final Plate plate;
  private final double x;
  private final double y;
  private final double radius;

  CompassRose(Plate plate, double x, double y, double radius) {
    this.plate = plate;
    this.x = x;
    this.y = y;
    this.radius = radius;
  }

  /** Lays a breath of paper under the rose, for grounds that are not paper. */
  void drawGround() {
    plate.fill(circle(1), Inks.faint(Inks.SHEET, 0.86));
  }

  void draw() {
    double pen = radius / 330;
    drawDegrees(pen);
    for (int i = 0; i < 32; i++) {
      if (i % 2 == 1) {
        point(i, 0.47, 0.13, pen, new Color[] {Inks.SHEET, Inks.GREEN});
      }
    }
    ring(0.40, pen);
    for (int i = 2; i < 32; i += 4) {
      point(i, 0.58, 0.17, pen, new Color[] {Inks.SHEET, Inks.WATER});
    }
    ring(0.26, pen);
    for (int i = 4; i < 32; i += 8) {
      point(i, 0.72, 0.20, pen, new Color[] {Inks.SHEET, Inks.RED});
    }
    for (int i = 0; i < 32; i += 8) {
      point(i, 0.86, 0.22, pen, new Color[] {Inks.OCHRE, Inks.BLACK});
    }
    disc(0.105, pen, Inks.SHEET);
    disc(0.075, pen, Inks.OCHRE);
    for (int i = 0; i < 16; i++) {
      plate.draw(ray(i / 16.0, 0.02, 0.072), pen, Inks.BLACK);
    }
    disc(0.02, pen, Inks.RED);
    lily(pen);
    letters();
  }

  private void drawDegrees(double pen) {
    for (double share : new double[] {0.80, 0.815, 0.865}) {
      ring(share, share == 0.80 ? 2 * pen : pen);
    }
    for (int degree = 0; degree < 360; degree++) {
      double to = degree % 10 == 0 ? 0.865 : degree % 5 == 0 ? 0.85 : 0.835;
      plate.draw(ray(degree / 360.0, 0.815, to), pen * 0.9, Inks.BLACK);
    }
    Lettering figures = Lettering.italic(radius * 0.026);
    for (int degree = 0; degree < 360; degree += 10) {
      if (degree % 90 != 0) {
        double angle = Math.toRadians(degree);
        plate.fill(
            figures.turned(
                x + 0.768 * radius * Math.sin(angle),
                y - 0.768 * radius * Math.cos(angle),
                angle,
                Lettering.Anchor.MIDDLE,
                Integer.toString(degree)),
            Inks.BLACK);
      }
    }
  }

  private void letters() {
    for (int i = 0; i < 32; i++) {
      boolean great = i % 8 == 0;
      boolean middling = i % 4 == 0;
      double size = radius * (great ? 0.088 : middling ? 0.056 : i % 2 == 0 ? 0.034 : 0.02);
      double away = radius * (great ? 0.89 : middling ? 0.89 : i % 2 == 0 ? 0.888 : 0.886);
      if (i == 0) {
        continue;
      }
      double angle = i * Math.PI / 16;
      plate.fill(
          Lettering.roman(size)
              .turned(
                  x + away * Math.sin(angle),
                  y - away * Math.cos(angle),
                  angle,
                  Lettering.Anchor.MIDDLE,
                  WINDS[i]),
          Inks.BLACK);
    }
  }

  /* A point of the star: one half light, one half dark, hatched lines on the light one. */
  private void point(int wind, double out, double in, double pen, Color[] halves) {
    double half = Math.PI / (out > 0.7 ? 8 : out > 0.5 ? 16 : 32);
    double angle = wind * Math.PI / 16;
    for (int side = 0; side < 2; side++) {
      double waist = angle + (side == 0 ? -half : half);
      Path2D path = new Path2D.Double();
      path.moveTo(x, y);
      path.lineTo(px(angle, out), py(angle, out));
      path.lineTo(px(waist, in), py(waist, in));
      path.closePath();
      plate.outline(path, halves[side], pen * 1.2, Inks.BLACK);
      if (side == 0) {
        hatch(angle, waist, new double[] {out, in}, pen);
      }
    }
  }

  private void hatch(double angle, double waist, double[] reach, double pen) {
    Path2D lines = new Path2D.Double();
    for (int i = 1; i < 9; i++) {
      double share = i / 22.0;
      lines.moveTo(x, y);
      lines.moveTo(between(x, px(angle, reach[0]), 0.12), between(y, py(angle, reach[0]), 0.12));
      double tipX = between(px(angle, reach[0]), px(waist, reach[1]), share);
      double tipY = between(py(angle, reach[0]), py(waist, reach[1]), share);
      lines.lineTo(between(x, tipX, 0.97), between(y, tipY, 0.97));
    }
    plate.draw(lines, pen * 0.5, Inks.faint(Inks.BLACK, 0.6));
  }

  private static double between(double a, double b, double share) {
    return a + share * (b - a);
  }

  private double px(double angle, double share) {
    return x + share * radius * Math.sin(angle);
  }

  private double py(double angle, double share) {
    return y - share * radius * Math.cos(angle);
  }

  private Path2D ray(double turn, double from, double to) {
    double angle = 2 * Math.PI * turn;
    return Line.through(px(angle, from), py(angle, from), px(angle, to), py(angle, to)).path();
  }

  private void ring(double share, double width) {
    plate.draw(circle(share), width, Inks.BLACK);
  }

  private void disc(double share, double pen, Color inside) {
    plate.outline(circle(share), inside, pen * 1.4, Inks.BLACK);
  }

  private Ellipse2D circle(double share) {
    double r = share * radius;
    return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
  }

  /* The fleur-de-lis that marks the north. */
  private void lily(double pen) {
    Path2D lily = new Path2D.Double();
    lily.moveTo(0, 0);
    lily.curveTo(-4, 8, -13, 14, -13, 26);
    lily.curveTo(-13, 40, -4, 50, 0, 64);
    lily.curveTo(4, 50, 13, 40, 13, 26);
    lily.curveTo(13, 14, 4, 8, 0, 0);
    lily.closePath();
    for (int side : new int[] {-1, 1}) {
      lily.moveTo(side * 5, 4);
      lily.curveTo(side * 16, 12, side * 24, 28, side * 36, 26);
      lily.curveTo(side * 46, 24, side * 44, 10, side * 34, 12);
      lily.curveTo(side * 40, 16, side * 34, 22, side * 28, 16);
      lily.curveTo(side * 22, 10, side * 16, 0, side * 7, -6);
      lily.closePath();
    }
    Path2D band = new Path2D.Double();
    band.append(new java.awt.geom.RoundRectangle2D.Double(-17, -7, 34, 9, 6, 6), false);
    double unit = radius * 0.0021;
    var place = AffineTransform.getTranslateInstance(x, y - 0.862 * radius);
    place.scale(unit, -unit);
    plate.outline(place.createTransformedShape(lily), Inks.RED, pen * 1.4, Inks.BLACK);
    plate.outline(place.createTransformedShape(band), Inks.OCHRE, pen * 1.4, Inks.BLACK);
  }
}
