package org.casaba.plan;

import java.util.List;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;

/**
 * Chooses the smallest resolution level that has enough pixels for an answer, and finds the region
 * on it.
 */
final class Levels {
  private Levels() {}

  /** A level and a part of it. */
  record Choice(int level, Window window) {}

  /**
   * @param region in full-size pixels as stored
   * @param scaled the size wanted, as stored
   */
  static Choice choose(List<ResolutionLevel> levels, Rectangle region, Dimensions scaled) {
    Dimensions full = levels.getFirst().size();
    Choice choice = new Choice(0, Window.of(region));
    for (int i = 1; i < levels.size(); i++) {
      Window w = window(region, scaled, full, levels.get(i).size());
      if (!enough(w.width(), scaled.width()) || !enough(w.height(), scaled.height())) {
        break;
      }
      choice = new Choice(i, w);
    }
    return choice;
  }

  /**
   * All pixels of a level that show anything of {@code r}, a part of the full size as stored.
   * Nobody says how a level was made: whether its side is the full side resized to that many
   * pixels, or every so many pixels have become one; the smaller the level, the more numbers of
   * pixels come to the same side. So these are the pixels by any of them: one or two more, at most,
   * than by the true one.
   */
  static Rectangle cover(Rectangle r, Dimensions full, Dimensions level) {
    int left = first(r.x(), full.width(), level.width());
    int top = first(r.y(), full.height(), level.height());
    int right = end(r.right(), full.width(), level.width());
    int bottom = end(r.bottom(), full.height(), level.height());
    return new Rectangle(left, top, right - left, bottom - top);
  }

  private static int first(int start, int full, int level) {
    if (level <= 1) {
      return 0;
    }
    // Rounded up, a side has this many pixels with steps up to: step * (level - 1) < full.
    int longest = (full - 1) / (level - 1);
    long resized = (long) start * level / full;
    return (int) Math.min(Math.min(resized, start / Math.max(1, longest)), level - 1);
  }

  private static int end(int end, int full, int level) {
    if (end == full) {
      return level; // what was left over when the side was rounded down may be in the last pixel
    }
    // Rounded down, a side has this many pixels with steps from: step * (level + 1) > full.
    int shortest = full / (level + 1) + 1;
    long resized = Math.ceilDiv((long) end * level, full);
    return (int) Math.min(Math.max(resized, Math.ceilDiv(end, shortest)), level);
  }

  /** Levels are rounded to whole pixels, so up to one pixel may be missing at the edge. */
  private static boolean enough(double available, int wanted) {
    return available > wanted - 1 && available >= 0.5 * wanted;
  }

  private static Window window(
      Rectangle region, Dimensions scaled, Dimensions full, Dimensions level) {
    double[] h = span(region.x(), region.width(), scaled.width(), full.width(), level.width());
    double[] v = span(region.y(), region.height(), scaled.height(), full.height(), level.height());
    return new Window(h[0], v[0], h[1], v[1]);
  }

  /** Where a span of the full side lies on a level's side: start and length. */
  private static double[] span(int start, int length, int wanted, int full, int level) {
    double scale = scale(full, level);
    double from = Math.min(start / scale, Math.max(0, level - 1e-3));
    double to = Math.min((start + length) / scale, level);
    boolean lastPixelIsPartial =
        from == Math.rint(from) && wanted == Math.ceil(to - from) && from + wanted <= level;
    double extent = lastPixelIsPartial ? wanted : Math.max(1e-3, to - from);
    return new double[] {from, extent};
  }

  /**
   * How many pixels of the full side make one of a level's. When the level is the full size divided
   * by a whole number, and rounded, that number is the true scale: with it tiles fall on whole
   * pixels.
   */
  private static double scale(int full, int level) {
    double scale = (double) full / level;
    long whole = Math.round(scale);
    boolean rounded = whole * level <= full + whole - 1 && whole * level >= full - whole + 1;
    return rounded ? whole : scale;
  }
}
