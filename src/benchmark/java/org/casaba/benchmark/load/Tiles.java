package org.casaba.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.casaba.geometry.Rectangle;

/**
 * Tiles as viewers ask for them: of sizes that are the picture's halved again and again, and
 * rounded up.
 *
 * @param side of a tile, in pixels as shown
 */
record Tiles(Picture picture, int side) {

  /** Whole ones; each level that has any is as likely as the others. */
  List<String> whole(int count) {
    return drawn(count, tile -> tile.width() == side && tile.height() == side);
  }

  /** Those at the right and the lower edge, which are smaller. */
  List<String> atTheEdge(int count) {
    return drawn(count, tile -> tile.width() < side || tile.height() < side);
  }

  List<String> any(int count) {
    return drawn(count, _ -> true);
  }

  /** Of each level those that are wanted. */
  private List<String> drawn(int count, Predicate<Tile> wanted) {
    List<List<Tile>> levels = new ArrayList<>();
    for (int scale = 1;
        scale * side < 2 * Math.max(picture.width(), picture.height());
        scale *= 2) {
      List<Tile> level = level(scale).stream().filter(wanted).toList();
      if (!level.isEmpty()) {
        levels.add(level);
      }
    }
    Random random = new Random(Kinds.SEED);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Tile> level = levels.get(random.nextInt(levels.size()));
      drawn.add(level.get(random.nextInt(level.size())).parameters());
    }
    return drawn;
  }

  private List<Tile> level(int scale) {
    List<Tile> level = new ArrayList<>();
    int step = side * scale;
    for (int y = 0; y < picture.height(); y += step) {
      for (int x = 0; x < picture.width(); x += step) {
        int width = Math.min(step, picture.width() - x);
        int height = Math.min(step, picture.height() - y);
        level.add(new Tile(new Rectangle(x, y, width, height), scale));
      }
    }
    return level;
  }

  /** The part of the picture that it shows, and how many of its pixels make one in width. */
  private record Tile(Rectangle part, int scale) {
    int width() {
      return Math.ceilDiv(part.width(), scale);
    }

    int height() {
      return Math.ceilDiv(part.height(), scale);
    }

    String parameters() {
      return Kinds.parameters(part, width(), height());
    }
  }
}
