package org.casaba.render;

import org.casaba.codec.DecodedImage;
import org.casaba.codec.Spool;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;
import org.casaba.iiif.Format;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ImageFacts.Coloring;
import org.casaba.plan.RenderPlan;

/**
 * What it takes to draw a picture, as far as it is known before.
 *
 * @param memory bytes that are held at a time, in and outside the heap: about, rather too many than
 *     too few
 * @param small whether it is done like a tile: little is decoded, held and sent
 */
public record Demand(long memory, boolean small) {
  private static final long MOST_SENT = 2 << 20;
  private static final long MOST_DECODED = 8 << 20;
  private static final long MOST_HELD = 24 << 20;

  /** Bytes that any answer takes, on its way out too. */
  private static final long LEAST = 512 << 10;

  /** Rows of samples, as floating-point numbers, that resampling holds at a time. */
  private static final long RESAMPLED_ROWS = 8;

  /** Bytes of the tables of weights for each pixel of a row or column. */
  private static final long WEIGHTS = 4 * 4 * 2;

  /** Bytes of bands that turning and rotating hold besides what they spool. */
  private static final long BAND = 4 << 20;

  /** Most pixels that JPEG encoders collect, and how often they are held then. */
  private static final long MOST_COLLECTED = 4_000_000;

  private static final int COPIES = 3;

  /** What stored JPEG data that are joined without decoding take at most. */
  private static final long MOST_JOINED = 24 << 20;

  /**
   * The demand of a plan.
   *
   * @param threads that work on a large picture
   */
  static Demand of(DecodedImage image, RenderPlan plan, int threads) {
    ImageFacts facts = image.facts();
    Rectangle source = source(plan.window(), facts.levels().get(plan.level()).size());
    int bands = (facts.coloring() == Coloring.COLOR ? 3 : 1) + (facts.alpha() ? 1 : 0);
    long drawing =
        image.rowsMemory(plan.level(), source) + resampling(source, plan.scaled(), bands);
    boolean tiled = facts.levels().get(plan.level()).tile().isPresent();
    boolean whole = plan.turn().transposes() || plan.turn().quarterTurns() > 0;
    boolean cut = tiled && !whole && plan.rotation() == 0 && CutDrawing.isLarge(plan.canvas());
    long memory =
        cut
            ? threads * drawing + (threads + 1L) * strip(facts, plan, bands)
            : drawing + turning(plan, whole, bands) + encoding(plan, bands);
    long joined = tiled && plan.format() == Format.JPG ? joining(plan, bands) : 0;
    long total = LEAST + Math.max(memory, joined);
    Dimensions decoded =
        image.givesParts(plan.level()) ? source.size() : facts.levels().get(plan.level()).size();
    boolean small =
        plan.canvas().area() <= MOST_SENT && decoded.area() <= MOST_DECODED && total <= MOST_HELD;
    return new Demand(total, small);
  }

  private static Rectangle source(Window window, Dimensions level) {
    int x = (int) Math.min(window.x(), level.width() - 1);
    int y = (int) Math.min(window.y(), level.height() - 1);
    int right = (int) Math.clamp(Math.ceil(window.x() + window.width()), x + 1, level.width());
    int bottom = (int) Math.clamp(Math.ceil(window.y() + window.height()), y + 1, level.height());
    return new Rectangle(x, y, right - x, bottom - y);
  }

  private static long resampling(Rectangle source, Dimensions scaled, long bands) {
    long sides = (long) source.width() + source.height() + scaled.width() + scaled.height();
    long row = Math.max(source.width(), scaled.width()) * bands * Float.BYTES;
    return source.size().equals(scaled) ? 0 : RESAMPLED_ROWS * row + WEIGHTS * sides;
  }

  private static long turning(RenderPlan plan, boolean whole, long bands) {
    long spool = Spool.mainMemory(plan.scaled().area() * bands) + BAND;
    long band = 32L * plan.canvas().width() * (bands + 1);
    return (whole ? spool : 0) + (plan.rotation() > 0 ? spool + band : 0);
  }

  /** A strip that waits: encoded, and while that goes on twice, as what it is copied from grows. */
  private static long strip(ImageFacts facts, RenderPlan plan, long bands) {
    int tile = facts.levels().get(plan.level()).tile().orElseThrow().height();
    double rows = tile * plan.scaled().height() / plan.window().height();
    boolean begins = plan.unscaled().filter(r -> r.y() % tile == 0).isPresent();
    long pixels =
        CutDrawing.bytes(plan.canvas(), begins ? rows : CutDrawing.TILE_ROWS * rows, bands);
    return plan.format() == Format.JPG ? pixels / 3 : pixels;
  }

  private static long encoding(RenderPlan plan, long bands) {
    long pixels = plan.canvas().area() * bands;
    return switch (plan.format()) {
      case JPG -> plan.canvas().area() <= MOST_COLLECTED ? COPIES * pixels : LEAST;
      case GIF -> Spool.mainMemory(pixels) + BAND;
      case PNG, TIF -> 2 * LEAST;
    };
  }

  private static long joining(RenderPlan plan, long bands) {
    return Math.min(MOST_JOINED, plan.canvas().area() * bands / 2);
  }
}
