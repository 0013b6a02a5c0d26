package org.casaba.samples;

import java.awt.geom.Path2D;

/** Paths written as "M x y L x y C x y x y x y"; filling closes them. */
final class SvgPath {
  private SvgPath() {}

  static Path2D of(String commands) {
    Path2D path = new Path2D.Double();
    if (commands.isBlank()) {
      return path;
    }
    String[] tokens = commands.replaceAll("[MLC]", " $0 ").trim().split("\\s+");
    int i = 0;
    while (i < tokens.length) {
      String command = tokens[i];
      int count = command.equals("C") ? 6 : 2;
      var n = new double[count];
      for (int k = 0; k < count; k++) {
        n[k] = Double.parseDouble(tokens[i + 1 + k]);
      }
      i += 1 + count;
      switch (command) {
        case "M" -> path.moveTo(n[0], n[1]);
        case "L" -> path.lineTo(n[0], n[1]);
        case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        default -> throw new IllegalArgumentException(command);
      }
    }
    return path;
  }
}
