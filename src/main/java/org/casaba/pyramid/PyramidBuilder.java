package org.casaba.pyramid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.StoredJpeg;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.plan.ImageFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes pyramids. The rows of a picture are decoded once, from the top; all levels are made at the
 * same time, a few rows of each in memory, and tiles are written as they become complete. A pyramid
 * appears under its name when it is complete and safely on the disk, or not at all. Thread-safe.
 */
public final class PyramidBuilder {
  private final ExecutorService executor;
  private final int threads;

  /**
   * A builder that works with others' threads.
   *
   * @param executor codes tiles while the caller decodes; not closed
   * @param threads how many of its threads to use at once for a picture, 1 or more
   */
  public PyramidBuilder(ExecutorService executor, int threads) {
    this.executor = executor;
    this.threads = threads;
  }

  /**
   * What a pyramid is to be made of, and how.
   *
   * @param content of the image
   * @param image the same, opened
   * @param origin name of the source, to be told by the pyramid; null to tell none
   */
  public record Order(Content content, DecodedImage image, Recipe recipe, @Nullable String origin) {

    /** A pyramid that does not tell what it was made of. */
    public Order(Content content, DecodedImage image, Recipe recipe) {
      this(content, image, recipe, null);
    }
  }

  /**
   * Makes a pyramid.
   *
   * @param target replaced if it exists; its folder is made
   * @throws UnsupportedImageException if the picture cannot be stored as asked for
   * @throws UnwritableException if {@code target} cannot be written; then it is as it was
   * @throws IOException if reading fails; then {@code target} is as it was
   */
  public Built build(Order order, Path target, Watcher watcher) throws IOException {
    SourceTraits traits = SourceTraits.of(order.content(), order.image());
    if (traits.bits() > 8 && order.recipe().preference() == Recipe.Preference.LOSSLESS) {
      throw new UnsupportedImageException(
          "it has " + traits.bits() + " bits a sample; pyramids have 8, which is not lossless");
    }
    Optional<LevelCoding> kept = kept(order);
    if (kept.isPresent()) {
      try {
        return write(order, traits, kept, target, watcher);
      } catch (NotKeptException e) {
        // Some tile could not be had: once more, with all of them encoded.
        watcher.progress(0);
      }
    }
    return write(order, traits, Optional.empty(), target, watcher);
  }

  /** Removes what killed processes have left unfinished in a folder; building there does so too. */
  public static void removeLeftovers(Path folder) throws IOException {
    Aside.removeLeftovers(folder);
  }

  private static Optional<LevelCoding> kept(Order order) throws IOException {
    Optional<StoredJpeg> stored = order.image().jpeg(0);
    int tile = order.recipe().tile();
    return stored.isEmpty()
        ? Optional.empty()
        : LevelCoding.Kept.of(stored.get(), new Dimensions(tile, tile));
  }

  private Built write(
      Order order, SourceTraits traits, Optional<LevelCoding> kept, Path target, Watcher watcher)
      throws IOException {
    Carried carried = Carried.of(order);
    try (Aside aside = Aside.of(target);
        Construction construction =
            Construction.of(order, traits, kept, aside.channel(), executor, threads)) {
      watcher.begun(aside);
      construction.draw(watcher);
      long bytes = construction.finish(carried);
      aside.complete(target);
      return new Built(
          construction.how(), construction.levels(), bytes, notes(order, traits, carried));
    }
  }

  private static List<String> notes(Order order, SourceTraits traits, Carried carried) {
    List<String> notes = new ArrayList<>(carried.notes());
    ImageFacts facts = order.image().facts();
    if (traits.bits() > 8) {
      notes.add(traits.bits() + " bits a sample reduced to 8");
    }
    if (facts.orientation() != Orientation.UPRIGHT) {
      notes.add("stored as it was, to be turned by its orientation " + facts.orientation().exif());
    }
    if (order.image().pageCount() > 1) {
      notes.add("only the first of " + order.image().pageCount() + " pages");
    }
    return notes;
  }
}
