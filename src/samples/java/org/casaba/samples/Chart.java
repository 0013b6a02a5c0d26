package org.casaba.samples;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;

/** The chart of the island: everything on one plate, in the order in which it is printed. */
final class Chart {
  private static final double[] ROSE = {10450, 6350, 800};
  private static final double[][] SHIPS = {
    {1500, 3300, 220}, {10900, 2250, -180}, {8350, 6400, -90}, {9000, 720, 120}
  };

  private final Land land;
  private final Plate plate = new Plate(Island.WIDTH, Island.HEIGHT);
  private final Reserve letters = new Reserve(Island.WIDTH, Island.HEIGHT);
  private final Reserve built = new Reserve(Island.WIDTH, Island.HEIGHT);
  private final Cartouche title =
      new Cartouche(plate, new Rectangle2D.Double(560, 560, 2560, 1540));
  private final Cartouche legend =
      new Cartouche(plate, new Rectangle2D.Double(560, 6560, 1120, 860));

  Chart(Land land) {
    this.land = land;
    Names names = new Names(land.island());
    reserve(names);
    drawSea();
    drawLand();
    new CompassRose(plate, ROSE[0], ROSE[1], ROSE[2]).draw();
    drawShips();
    new Marginalia(plate, land.island()).draw();
    new Frame(Sheet.CHART, plate).drawBorder();
    names.draw(plate);
    title.drawTitle();
    legend.drawLegend();
  }

  private void reserve(Names names) {
    names.reserve(letters);
    land.waters().reserve(built);
    land.settlements().reserve(letters, built);
    Marginalia.reserve(letters);
    letters.take(title.outline(), 20);
    letters.take(legend.outline(), 20);
    double away = ROSE[2] * 1.02;
    letters.take(new Ellipse2D.Double(ROSE[0] - away, ROSE[1] - away, 2 * away, 2 * away), 4);
    for (double[] ship : SHIPS) {
      double half = Math.abs(ship[2]);
      letters.take(
          new Ellipse2D.Double(ship[0] - 1.2 * half, ship[1] - 1.5 * half, 2.4 * half, 1.9 * half),
          4);
    }
    letters.take(new Ellipse2D.Double(2400, 6380, 840, 260), 4);
  }

  private void drawSea() {
    Sea sea = land.sea();
    new Frame(Sheet.CHART, plate).drawGraticule(letters, sea);
    sea.drawWaterLines(plate, letters);
    sea.drawFathomLines(plate, letters);
    sea.drawSands(plate, letters);
    sea.drawSoundings(plate, letters);
  }

  private void drawLand() {
    Settlements settlements = land.settlements();
    settlements.drawFields(plate, new Fields(land.island(), land.woods(), letters, built));
    new Relief(land, letters, built, plate).draw();
    land.waters().draw(plate, letters);
    for (Line coast : Isolines.of(land.island().land, 0, 6)) {
      plate.draw(coast.smooth(1), 2.2, Inks.BLACK);
    }
    land.woods().draw(plate, letters, built);
    settlements.draw(plate, land.waters(), letters);
  }

  private void drawShips() {
    for (double[] ship : SHIPS) {
      Ships.drawShip(plate, ship[0], ship[1], ship[2]);
    }
    Ships.drawSerpent(plate, 2620, 6600, 150);
    Ships.drawWhale(plate, 11000, 5200, 90);
    Ships.drawWhale(plate, 11250, 5290, -60);
    double[][] boats = {{6900, 1720, 34}, {7650, 5150, 22}, {3450, 4300, 22}, {9900, 4350, -24}};
    for (double[] boat : boats) {
      Ships.drawBoat(plate, boat[0], boat[1], boat[2]);
    }
    double[][] anchors = {{7500, 5000, 15}, {6050, 1980, 15}, {3560, 4150, 15}, {9800, 4180, 15}};
    for (double[] anchor : anchors) {
      Ships.drawAnchor(plate, anchor[0], anchor[1], anchor[2]);
    }
  }

  void print(Path file, Press press) throws IOException {
    Paper paper = new Paper(Sheet.CHART, land);
    press.printPyramid(Sheet.CHART, paper::lay, plate, file);
  }
}
