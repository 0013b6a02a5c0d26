package org.casaba.samples;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

/** Many equal strokes or dots, gathered by neighbourhood: thousands of marks become a few. */
final class Dots {
  private static final int CELL = 256;

  private final Plate plate;
  private final double width;
  private final Color ink;
  private final Map<Integer, Path2D> gathered = new HashMap<>();

  Dots(Plate plate, double width, Color ink) {
    this.plate = plate;
    this.width = width;
    this.ink = ink;
  }

  void add(double x, double y) {
    Path2D path = near(x, y);
    path.moveTo(x, y);
    path.lineTo(x + 0.1, y);
  }

  void add(Line line) {
    near(line.xs()[0], line.ys()[0]).append(line.path(), false);
  }

  private Path2D near(double x, double y) {
    int cell = (int) (y / CELL) * 4096 + (int) (x / CELL);
    return gathered.computeIfAbsent(cell, any -> new Path2D.Float());
  }

  /** Puts everything on the plate. */
  void flush() {
    gathered.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> plate.draw(entry.getValue(), width, ink));
    gathered.clear();
  }
}
