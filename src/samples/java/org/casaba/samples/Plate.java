package org.casaba.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What is cut into the copper: marks in the order in which they are printed, found by the block of
 * the sheet that they touch, so that the sheet can be printed block by block.
 */
final class Plate {
  /** Side of a block in pixels. */
  static final int BLOCK = 1024;

  private record Mark(Shape shape, BasicStroke pen, Color ink, boolean filled) {}

  private static final BasicStroke NO_PEN = new BasicStroke(0);

  private final int columns;
  private final int rows;
  private final List<List<Mark>> blocks = new ArrayList<>();

  Plate(int width, int height) {
    columns = (width + BLOCK - 1) / BLOCK;
    rows = (height + BLOCK - 1) / BLOCK;
    for (int i = 0; i < columns * rows; i++) {
      blocks.add(new ArrayList<>());
    }
  }

  void fill(Shape shape, Color ink) {
    add(new Mark(shape, NO_PEN, ink, true), 1);
  }

  void draw(Shape shape, double width, Color ink) {
    draw(shape, pen(width), ink);
  }

  void draw(Shape shape, BasicStroke pen, Color ink) {
    add(new Mark(shape, pen, ink, false), pen.getLineWidth() + 1);
  }

  /** A line in pieces, so that a block does not have to look at all of it. */
  void draw(Line line, double width, Color ink) {
    for (Line piece : line.parts((x, y) -> true, 60)) {
      draw(piece.path(), width, ink);
    }
  }

  /** A form with paper inside and ink around it. */
  void outline(Shape shape, Color inside, double width, Color ink) {
    fill(shape, inside);
    draw(shape, width, ink);
  }

  static BasicStroke pen(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke dashed(double width, float... dashes) {
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, dashes, 0);
  }

  private void add(Mark mark, double margin) {
    Rectangle2D bounds = mark.shape().getBounds2D();
    int left = block(bounds.getMinX() - margin, columns);
    int right = block(bounds.getMaxX() + margin, columns);
    int top = block(bounds.getMinY() - margin, rows);
    int bottom = block(bounds.getMaxY() + margin, rows);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        blocks.get(row * columns + column).add(mark);
      }
    }
  }

  private static int block(double position, int count) {
    return Math.clamp((long) Math.floor(position / BLOCK), 0, count - 1);
  }

  /** Prints everything onto a small picture. */
  void printAll(BufferedImage image) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Graphics2D graphics = image.createGraphics();
        graphics.translate(column * BLOCK, row * BLOCK);
        graphics.clipRect(0, 0, BLOCK, BLOCK);
        print(column, row, graphics);
        graphics.dispose();
      }
    }
  }

  /** Prints one block into graphics whose origin is the block's upper left corner. */
  void print(int column, int row, Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(-column * BLOCK, -row * BLOCK);
    for (Mark mark : blocks.get(row * columns + column)) {
      graphics.setColor(mark.ink());
      if (mark.filled()) {
        graphics.fill(mark.shape());
      } else {
        graphics.setStroke(mark.pen());
        graphics.draw(mark.shape());
      }
    }
  }
}
