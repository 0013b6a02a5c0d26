package org.casaba.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StripFile;
import org.casaba.codec.Strips;
import org.casaba.geometry.Dimensions;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;

/**
 * A large picture that is drawn strip by strip, each decoded, resampled and encoded without the
 * others. How it is cut depends on the picture alone. Thread-safe.
 *
 * @param rowBytes of a row of pixels
 */
record CutDrawing(Drawing drawing, Strips strips, StripFile file, int rowBytes) {

  /** Pixels of a picture from which on cutting is worth it. */
  private static final long LEAST_AREA = 4_000_000;

  /** Pixels that a strip should have at least: less is not worth passing on. */
  private static final long STRIP_AREA = 1_500_000;

  /**
   * Rows of tiles that a strip should take at least when its edges lie within tiles: those there
   * are decoded for both of the neighbours.
   */
  static final int TILE_ROWS = 4;

  /** Bytes of pixels that a strip should have at most: they may have to be held, though encoded. */
  private static final long STRIP_BYTES = 24 << 20;

  /** Cuts a picture; empty if it is not large, or is drawn or encoded in one piece only. */
  static Optional<CutDrawing> of(
      Drawing drawing, PixelLayout layout, Encoder encoder, EncodeOptions options) {
    Dimensions size = drawing.plan().canvas();
    if (!isLarge(size) || !drawing.canBeCut()) {
      return Optional.empty();
    }
    int rowBytes = size.width() * layout.bands();
    Strips strips = new Strips(size, height(drawing, size, rowBytes));
    if (strips.count() == 1) {
      return Optional.empty();
    }
    return encoder
        .inStrips(strips, layout, options)
        .map(file -> new CutDrawing(drawing, strips, file, rowBytes));
  }

  /** Whether a picture of that size is cut if it can be. */
  static boolean isLarge(Dimensions size) {
    return size.area() >= LEAST_AREA;
  }

  /**
   * About the bytes that the pixels of a strip take.
   *
   * @param least rows that it has at least
   */
  static long bytes(Dimensions size, double least, long bands) {
    double rows = Math.max(least, (double) STRIP_AREA / size.width());
    double bytes = rows * size.width() * bands;
    return (long) Math.min(Math.min(bytes, STRIP_BYTES), (double) size.area() * bands);
  }

  /** Whole rows of tiles, and more than one if there is room; in steps of what can be cut. */
  private static int height(Drawing drawing, Dimensions size, int rowBytes) {
    double tile = drawing.tileRows();
    double wanted = Math.max(tile, (double) STRIP_AREA / size.width());
    if (!drawing.beginsWithTiles()) {
      wanted = Math.max(wanted, TILE_ROWS * tile);
    }
    double most = Math.max(tile, (double) STRIP_BYTES / rowBytes);
    double rows = Math.ceil(Math.min(wanted, most) / tile) * tile;
    long steps = Math.max(1, (long) Math.min(rows, size.height()) / Strips.STEP);
    return (int) steps * Strips.STEP;
  }

  /** The bytes of a strip's pixels: about the most that it takes when it is encoded. */
  long bytes(int strip) {
    return (long) rowBytes * (strips.until(strip) - strips.from(strip));
  }

  /**
   * Writes a strip.
   *
   * @param watch asked before every row, for a reason to stop
   */
  void write(int strip, Watch watch, Course course, OutputStream out) throws IOException {
    Stage before = course.enter(Stage.ENCODE);
    try (PixelRows rows = drawing.rows(strips.from(strip), strips.until(strip), course)) {
      file.strip(strip, new WatchedRows(rows, watch), out);
    }
    course.enter(before);
  }

  /** Says whether to go on. */
  interface Watch {
    void look() throws IOException;
  }
}
