package org.casaba.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Ground that is kept free: engravers cut the names first and leave off the hatching there. */
final class Reserve {
  private static final int CELL = 4;

  private final BufferedImage taken;
  private final byte[] cells;
  private final int width;
  private final int height;

  Reserve(int mapWidth, int mapHeight) {
    width = mapWidth / CELL + 1;
    height = mapHeight / CELL + 1;
    taken = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    cells = ((DataBufferByte) taken.getRaster().getDataBuffer()).getData();
  }

  /** Takes a form and a margin around it. */
  void take(Shape shape, double margin) {
    Graphics2D graphics = graphics();
    graphics.fill(shape);
    stroke(graphics, shape, margin);
  }

  /** Takes a strip along a line, so far to both sides. */
  void take(Line line, double margin) {
    stroke(graphics(), line.path(), margin);
  }

  private static void stroke(Graphics2D graphics, Shape shape, double margin) {
    graphics.setStroke(
        new BasicStroke((float) (2 * margin), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
    graphics.dispose();
  }

  private Graphics2D graphics() {
    Graphics2D graphics = taken.createGraphics();
    graphics.scale(1.0 / CELL, 1.0 / CELL);
    graphics.setColor(Color.WHITE);
    return graphics;
  }

  boolean free(double x, double y) {
    int column = (int) (x / CELL);
    int row = (int) (y / CELL);
    return column < 0
        || row < 0
        || column >= width
        || row >= height
        || cells[row * width + column] == 0;
  }

  /** Whether a disc is free, by its centre and eight points of its rim. */
  boolean free(double x, double y, double radius) {
    if (!free(x, y)) {
      return false;
    }
    for (int i = 0; i < 8; i++) {
      double angle = i * Math.PI / 4;
      if (!free(x + radius * Math.cos(angle), y + radius * Math.sin(angle))) {
        return false;
      }
    }
    return true;
  }
}
