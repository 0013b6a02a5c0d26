package org.casaba.info;

import java.util.ArrayList;
import java.util.List;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.Quality;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.Limits;

/**
 * What info.json says of an image, whatever the version and the address at which it is asked for.
 * All that it announces is served.
 *
 * @param size full size as shown, in pixels
 * @param sizes what the whole image can be had at, in proportion, smallest first, within the limits
 * @param tiles one set, or none when the limits leave no room for tiles
 * @param limits what holds for whoever asked
 * @param upscaling whether answers may be larger than their region
 * @param qualities what the image can be had in beyond default
 */
public record ImageInformation(
    Dimensions size,
    List<Dimensions> sizes,
    List<TileSet> tiles,
    Limits limits,
    boolean upscaling,
    List<Quality> qualities) {

  /** Tile size where the stored image has none of its own that suits viewers. */
  private static final int DEFAULT_TILE = 512;

  private static final int SMALLEST_STORED_TILE = 128;
  private static final int LARGEST_STORED_TILE = 1024;

  public ImageInformation {
    sizes = List.copyOf(sizes);
    tiles = List.copyOf(tiles);
    qualities = List.copyOf(qualities);
  }

  /** What is to be said of an image with these facts. */
  public static ImageInformation of(ImageFacts facts, Limits limits, boolean upscaling) {
    Dimensions size = facts.size();
    Dimensions tile = tileWithin(limits, storedTile(facts));
    List<Integer> factors = scaleFactors(facts, tile);
    return new ImageInformation(
        size,
        sizes(size, factors, limits),
        List.of(new TileSet(tile, factors)),
        limits,
        upscaling,
        qualities(facts.coloring()));
  }

  private static Dimensions storedTile(ImageFacts facts) {
    return facts
        .levels()
        .getFirst()
        .tile()
        .map(facts.orientation()::apply)
        .filter(t -> suits(t.width()) && suits(t.height()))
        .orElse(new Dimensions(DEFAULT_TILE, DEFAULT_TILE));
  }

  private static boolean suits(int side) {
    return side >= SMALLEST_STORED_TILE && side <= LARGEST_STORED_TILE;
  }

  private static Dimensions tileWithin(Limits limits, Dimensions tile) {
    int width = Math.min(tile.width(), limits.maxWidth());
    int height = Math.min(tile.height(), limits.maxHeight());
    if ((long) width * height <= limits.maxArea()) {
      return new Dimensions(width, height);
    }
    int side = (int) Math.sqrt((double) limits.maxArea());
    int first = Math.min(width, Math.max(1, side));
    return new Dimensions(first, (int) Math.min(height, limits.maxArea() / first));
  }

  /**
   * Powers of two from 1 to the smallest stored level, and on until the whole image is one tile:
   * what viewers expect, and whatever is not stored is rendered.
   */
  private static List<Integer> scaleFactors(ImageFacts facts, Dimensions tile) {
    Dimensions size = facts.size();
    boolean pyramid = facts.levels().stream().anyMatch(l -> l.tile().isPresent());
    int smallest = pyramid ? facts.levels().getLast().size().width() : facts.storedSize().width();
    long stored = Math.round((double) facts.storedSize().width() / smallest);
    List<Integer> factors = new ArrayList<>();
    for (int f = 1; ; f *= 2) {
      factors.add(f);
      boolean oneTile =
          Math.ceilDiv(size.width(), f) <= tile.width()
              && Math.ceilDiv(size.height(), f) <= tile.height();
      if ((oneTile && 2L * f > stored) || f >= 1 << 20) {
        return factors;
      }
    }
  }

  /** Widths by scale factor; each height is what {@code w,} comes to, so that both forms agree. */
  private static List<Dimensions> sizes(Dimensions size, List<Integer> factors, Limits limits) {
    List<Dimensions> sizes = new ArrayList<>();
    for (int f : factors.reversed()) {
      long width = Math.round((double) size.width() / f);
      long height = Math.round((double) size.height() * width / size.width());
      if (width >= 1 && height >= 1) {
        Dimensions d = new Dimensions((int) width, (int) height);
        if (limits.allow(d)) {
          sizes.add(d);
        }
      }
    }
    return sizes;
  }

  private static List<Quality> qualities(ImageFacts.Coloring coloring) {
    return switch (coloring) {
      case COLOR -> List.of(Quality.COLOR, Quality.GRAY, Quality.BITONAL);
      case GRAY, BITONAL -> List.of(Quality.GRAY, Quality.BITONAL);
    };
  }
}
