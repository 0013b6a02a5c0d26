package org.casaba.samples;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** A polyline in map pixels, open or closed. A closed one repeats its first point at its end. */
record Line(double[] xs, double[] ys) {
  Line {
    if (xs.length != ys.length || xs.length < 2) {
      throw new IllegalArgumentException("a line of " + xs.length + " and " + ys.length);
    }
  }

  /** A line through x, y, x, y, … */
  static Line through(double... coordinates) {
    var xs = new double[coordinates.length / 2];
    var ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = coordinates[2 * i];
      ys[i] = coordinates[2 * i + 1];
    }
    return new Line(xs, ys);
  }

  /** A circle's arc, angles in radians clockwise from the east; it may run backwards. */
  static Line arc(double[] centre, double radius, double from, double to) {
    int steps = Math.max(8, (int) (Math.abs(to - from) * 40));
    var xs = new double[steps + 1];
    var ys = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double angle = from + (to - from) * i / steps;
      xs[i] = centre[0] + radius * Math.cos(angle);
      ys[i] = centre[1] + radius * Math.sin(angle);
    }
    return new Line(xs, ys);
  }

  int size() {
    return xs.length;
  }

  boolean closed() {
    int last = size() - 1;
    return xs[0] == xs[last] && ys[0] == ys[last];
  }

  double length() {
    double length = 0;
    for (int i = 1; i < size(); i++) {
      length += Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    }
    return length;
  }

  /** x, y and direction at a distance from the start; beyond the ends it goes straight on. */
  double[] at(double distance) {
    double left = distance;
    int i = 1;
    double step = Math.hypot(xs[1] - xs[0], ys[1] - ys[0]);
    while (left > step && i < size() - 1) {
      left -= step;
      i++;
      step = Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    }
    double share = step == 0 ? 0 : left / step;
    return new double[] {
      xs[i - 1] + (xs[i] - xs[i - 1]) * share,
      ys[i - 1] + (ys[i] - ys[i - 1]) * share,
      Math.atan2(ys[i] - ys[i - 1], xs[i] - xs[i - 1])
    };
  }

  /** Points at equal distances of about the given length. */
  Line resampled(double spacing) {
    int steps = Math.max(1, (int) Math.round(length() / spacing));
    double gap = length() / steps;
    var nx = new double[steps + 1];
    var ny = new double[steps + 1];
    int from = 0;
    double walked = 0;
    double step = Math.hypot(xs[1] - xs[0], ys[1] - ys[0]);
    for (int i = 0; i < steps; i++) {
      while (from < size() - 2 && walked + step < i * gap) {
        walked += step;
        from++;
        step = Math.hypot(xs[from + 1] - xs[from], ys[from + 1] - ys[from]);
      }
      double share = step == 0 ? 0 : Math.min(1, (i * gap - walked) / step);
      nx[i] = xs[from] + (xs[from + 1] - xs[from]) * share;
      ny[i] = ys[from] + (ys[from + 1] - ys[from]) * share;
    }
    nx[steps] = xs[size() - 1];
    ny[steps] = ys[size() - 1];
    return new Line(nx, ny);
  }

  /** Chaikin's corner cutting; the ends stay. */
  Line smooth(int rounds) {
    Line line = this;
    for (int i = 0; i < rounds; i++) {
      line = line.cutCorners();
    }
    return line;
  }

  private Line cutCorners() {
    int n = size() - 1;
    boolean ring = closed();
    var nx = new double[2 * n + (ring ? 1 : 2)];
    var ny = new double[nx.length];
    int k = 0;
    if (!ring) {
      nx[k] = xs[0];
      ny[k++] = ys[0];
    }
    for (int i = 0; i < n; i++) {
      nx[k] = 0.75 * xs[i] + 0.25 * xs[i + 1];
      ny[k++] = 0.75 * ys[i] + 0.25 * ys[i + 1];
      nx[k] = 0.25 * xs[i] + 0.75 * xs[i + 1];
      ny[k++] = 0.25 * ys[i] + 0.75 * ys[i + 1];
    }
    nx[k] = ring ? nx[0] : xs[n];
    ny[k] = ring ? ny[0] : ys[n];
    return new Line(nx, ny);
  }

  /** Each point replaced by the mean of its neighbours; the ends stay. Takes the grid out. */
  Line averaged(int reach) {
    var nx = xs.clone();
    var ny = ys.clone();
    for (int i = 1; i < size() - 1; i++) {
      int near = Math.min(reach, Math.min(i, size() - 1 - i));
      double sumX = 0;
      double sumY = 0;
      for (int j = i - near; j <= i + near; j++) {
        sumX += xs[j];
        sumY += ys[j];
      }
      nx[i] = sumX / (2 * near + 1);
      ny[i] = sumY / (2 * near + 1);
    }
    return new Line(nx, ny);
  }

  /** The parts of at most so many points whose points all pass. */
  List<Line> parts(BiPredicate<Double, Double> passes, int most) {
    List<Line> parts = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < size(); i++) {
      boolean inside = passes.test(xs[i], ys[i]);
      if (inside && start < 0) {
        start = i;
      }
      boolean full = start >= 0 && i - start >= most;
      if (start >= 0 && (!inside || full || i == size() - 1)) {
        int end = inside ? i : i - 1;
        if (end > start) {
          parts.add(slice(start, end));
        }
        start = inside ? i : -1;
      }
    }
    return parts;
  }

  /** The points from one index to another, both included. */
  Line slice(int from, int to) {
    return new Line(
        java.util.Arrays.copyOfRange(xs, from, to + 1),
        java.util.Arrays.copyOfRange(ys, from, to + 1));
  }

  Line reversed() {
    var nx = new double[size()];
    var ny = new double[size()];
    for (int i = 0; i < nx.length; i++) {
      nx[i] = xs[nx.length - 1 - i];
      ny[i] = ys[nx.length - 1 - i];
    }
    return new Line(nx, ny);
  }

  Path2D path() {
    Path2D path = new Path2D.Float(Path2D.WIND_NON_ZERO, size());
    path.moveTo(xs[0], ys[0]);
    for (int i = 1; i < size(); i++) {
      path.lineTo(xs[i], ys[i]);
    }
    if (closed()) {
      path.closePath();
    }
    return path;
  }
}
