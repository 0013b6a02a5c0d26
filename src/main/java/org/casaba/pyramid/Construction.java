package org.casaba.pyramid;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.ImageFacts;
import org.jspecify.annotations.Nullable;

/** One pyramid in the making: its levels and the file they go to. */
final class Construction implements Closeable {
  /** Uncompressed tiles of more than this might, encoded, not fit in a file of 4 GB. */
  private static final long MOST_CLASSIC = 3L << 30;

  private final DecodedImage image;
  private final PixelRows rows;
  private final PyramidFile file;
  private final int tile;

  /** The full size first. */
  private final List<Level> levels;

  private Construction(
      DecodedImage image, PixelRows rows, PyramidFile file, int tile, List<Level> levels) {
    this.image = image;
    this.rows = rows;
    this.file = file;
    this.tile = tile;
    this.levels = levels;
  }

  /**
   * Begins the file.
   *
   * @param kept how the full size keeps the source's data, if it does
   */
  static Construction of(
      PyramidBuilder.Order order,
      SourceTraits traits,
      Optional<LevelCoding> kept,
      FileChannel channel,
      ExecutorService executor,
      int threads)
      throws IOException {
    DecodedImage image = order.image();
    Dimensions size = image.facts().storedSize();
    int tile = order.recipe().tile();
    PixelRows rows = image.rows(0, size.whole());
    PyramidFile file = new PyramidFile(channel, mightBeLong(size, rows.layout(), tile));
    Level.Destination destination = new Level.Destination(file, tile, executor, threads);
    LevelCoding coding = coding(order, traits, kept, rows.layout());
    List<Level> levels = new ArrayList<>();
    @Nullable Level smaller = null;
    for (Dimensions each : sizes(size, tile).reversed()) {
      LevelCoding its = each.equals(size) ? kept.orElse(coding) : coding;
      smaller = new Level(each, rows.layout(), its, destination, smaller);
      levels.addFirst(smaller);
    }
    return new Construction(image, rows, file, tile, levels);
  }

  private static boolean mightBeLong(Dimensions size, PixelLayout layout, int tile) {
    long across = Math.ceilDiv(size.width(), tile);
    long down = Math.ceilDiv(size.height(), tile);
    return across * down * tile * tile * layout.bands() > MOST_CLASSIC;
  }

  /** The full size and its halves, rounded up, down to what fits a tile. */
  static List<Dimensions> sizes(Dimensions full, int tile) {
    List<Dimensions> sizes = new ArrayList<>(List.of(full));
    for (Dimensions last = full; last.width() > tile || last.height() > tile; ) {
      last = new Dimensions(Math.ceilDiv(last.width(), 2), Math.ceilDiv(last.height(), 2));
      sizes.add(last);
    }
    return sizes;
  }

  private static LevelCoding coding(
      PyramidBuilder.Order order,
      SourceTraits traits,
      Optional<LevelCoding> kept,
      PixelLayout layout) {
    boolean bitonal = order.image().facts().coloring() == ImageFacts.Coloring.BITONAL;
    boolean lossy =
        kept.isPresent()
            || switch (order.recipe().preference()) {
              case JPEG -> true;
              case LOSSLESS -> false;
              case LIKE_SOURCE -> traits.lossy();
            };
    return lossy && !bitonal && !layout.alpha()
        ? new LevelCoding.Jpeg(layout, order.recipe().quality())
        : new LevelCoding.Deflate(layout);
  }

  /** Pulls all rows through all levels. */
  void draw(Watcher watcher) throws IOException {
    byte[] row = new byte[rows.width() * rows.layout().bands()];
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      levels.getFirst().row(row);
      watcher.written(file.length());
      watcher.progress((y + 1.0) / rows.height());
    }
  }

  /**
   * Writes what stands behind the tiles.
   *
   * @return the file's length
   */
  long finish(Carried carried) throws IOException {
    new Directories(rows.layout(), image.facts().orientation(), carried.icc(), carried.metadata())
        .writeTo(file, tile, levels);
    return file.length();
  }

  Built.How how() {
    return switch (levels.getFirst().coding()) {
      case LevelCoding.Kept _ -> Built.How.KEPT;
      case LevelCoding.Jpeg _ -> Built.How.ENCODED;
      case LevelCoding.Deflate _ -> Built.How.DEFLATED;
    };
  }

  int levels() {
    return levels.size();
  }

  @Override
  public void close() throws IOException {
    levels.getFirst().close();
    rows.close();
  }
}
