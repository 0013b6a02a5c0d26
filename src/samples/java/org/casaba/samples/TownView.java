package org.casaba.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BiPredicate;

/**
 * Draws towns on a plate, with more detail where the scale is large.
 *
 * @param view from the map to the plate
 * @param pen width of outlines in pixels of the plate
 */
record TownView(Plate plate, AffineTransform view, double pen) {

  /** Draws the yards, which roads may cross. */
  void drawGround(Town town) {
    for (Town.Block block : town.blocks()) {
      Shape outline = view.createTransformedShape(block.outline());
      plate.fill(outline, block.market() ? Inks.SHEET : Inks.faint(Inks.LEAF, 0.55));
    }
  }

  /**
   * Draws houses with their shadow, church and fountain.
   *
   * @param free where houses may stand (not on the roads)
   */
  void draw(Town town, BiPredicate<Double, Double> free) {
    for (Town.House house : town.houses()) {
      var bounds = house.plan().getBounds2D();
      if (free.test(bounds.getCenterX(), bounds.getCenterY())) {
        drawHouse(house);
      }
    }
    for (Town.Block block : town.blocks()) {
      if (block.church()) {
        drawChurch(block);
      }
      if (block.market()) {
        drawFountain(block);
      }
    }
  }

  private void drawHouse(Town.House house) {
    var shifted = new AffineTransform(view);
    shifted.translate(0.7, 0.8);
    plate.fill(shifted.createTransformedShape(house.plan()), Inks.faint(Inks.BLACK, 0.75));
    Shape plan = view.createTransformedShape(house.plan());
    plate.outline(plan, house.grand() ? Inks.OCHRE : Inks.ROSE, pen, Inks.BLACK);
    if (view.getScaleX() > 2) {
      drawRoof(house);
    }
  }

  /* A ridge between the shorter sides, and strokes down the side away from the light. */
  private void drawRoof(Town.House house) {
    double[][] c = house.corners();
    boolean along = distance(c[0], c[1]) > distance(c[1], c[2]);
    double[] from = along ? middle(c[0], c[3]) : middle(c[0], c[1]);
    double[] to = along ? middle(c[1], c[2]) : middle(c[3], c[2]);
    double[] eaveFrom = along ? c[3] : c[1];
    double[] eaveTo = c[2];
    Path2D lines = new Path2D.Double();
    for (int i = 0; i <= 7; i++) {
      double share = i / 7.0;
      double[] ridge = between(from, to, share);
      double[] eave = between(eaveFrom, eaveTo, share);
      lines.moveTo(ridge[0], ridge[1]);
      lines.lineTo(eave[0], eave[1]);
    }
    plate.draw(view.createTransformedShape(lines), 0.7, Inks.faint(Inks.BLACK, 0.5));
    plate.draw(
        view.createTransformedShape(Line.through(from[0], from[1], to[0], to[1]).path()),
        1.1,
        Inks.BLACK);
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  private static double[] middle(double[] a, double[] b) {
    return between(a, b, 0.5);
  }

  private static double[] between(double[] a, double[] b, double share) {
    return new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])};
  }

  private void drawChurch(Town.Block block) {
    double[] middle = block.at(0.5, 0.5);
    double[] east = block.at(1, 0.5);
    var place = new AffineTransform(view);
    place.translate(middle[0], middle[1]);
    place.rotate(Math.atan2(east[1] - middle[1], east[0] - middle[0]));
    var nave = new Path2D.Double();
    nave.append(new Rectangle2D.Double(-10, -3, 20, 6), false);
    var plan = new Area(nave);
    plan.add(new Area(new Rectangle2D.Double(2, -7, 5, 14)));
    plan.add(new Area(new Ellipse2D.Double(6, -3, 7, 6)));
    plan.add(new Area(new Rectangle2D.Double(-13, -2.4, 5, 4.8)));
    plate.outline(place.createTransformedShape(plan), Inks.RED, pen, Inks.BLACK);
    Path2D ridge = new Path2D.Double();
    ridge.moveTo(-8, 0);
    ridge.lineTo(9, 0);
    ridge.moveTo(4.5, -7);
    ridge.lineTo(4.5, 7);
    plate.draw(place.createTransformedShape(ridge), pen, Inks.faint(Inks.BLACK, 0.7));
  }

  private void drawFountain(Town.Block block) {
    double[] middle = block.at(0.5, 0.5);
    for (double r : new double[] {3.2, 1.6}) {
      var basin = new Ellipse2D.Double(middle[0] - r, middle[1] - r, 2 * r, 2 * r);
      plate.outline(view.createTransformedShape(basin), Inks.WATER_WASH, pen, Inks.BLACK);
    }
  }
}
