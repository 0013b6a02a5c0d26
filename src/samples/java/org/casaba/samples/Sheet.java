package org.casaba.samples;

import java.awt.geom.Rectangle2D;

/** The parts of the sheet: its size, the frame, and what is inside the neat line. */
record Sheet(int width, int height, double frame, double neatLine) {
  static final Sheet CHART = new Sheet(Island.WIDTH, Island.HEIGHT, 190, 300);

  Rectangle2D inside() {
    return inset(neatLine);
  }

  Rectangle2D inset(double by) {
    return new Rectangle2D.Double(by, by, width - 2 * by, height - 2 * by);
  }

  boolean contains(double x, double y, double margin) {
    double edge = neatLine + margin;
    return x > edge && y > edge && x < width - edge && y < height - edge;
  }
}
