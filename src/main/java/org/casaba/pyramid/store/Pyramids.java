package org.casaba.pyramid.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.content.FileContent;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.ResolutionLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pyramids of images of which no part can be had without most of the rest: found if they have
 * been built, built in the background when pictures of them have been asked for. Thread-safe.
 */
public final class Pyramids implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Pyramids.class);

  /** How often it is noted that a pyramid is in use. */
  private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

  private final @Nullable Workshop workshop;
  private final @Nullable PyramidStore store;
  private final @Nullable Unusable unusable;
  private final long fewestPixels;
  private final InstantSource clock;

  private Pyramids(
      @Nullable Workshop workshop,
      @Nullable PyramidStore store,
      long fewestPixels,
      InstantSource clock) {
    this.workshop = workshop;
    this.store = store;
    this.unusable = store == null ? null : new Unusable(store, clock);
    this.fewestPixels = fewestPixels;
    this.clock = clock;
  }

  /** No pyramids: all images are answered from what is stored. */
  public static Pyramids none() {
    return new Pyramids(null, null, Long.MAX_VALUE, InstantSource.system());
  }

  /**
   * As the settings say; nothing is done before an image is asked for. If there are to be no
   * pyramids, those that lie in the folder are told of.
   */
  public static Pyramids of(PyramidSettings settings, Codecs codecs, InstantSource clock) {
    if (settings.folder() == null) {
      return none();
    }
    PyramidStore store = new PyramidStore(settings.folder(), settings.maxSize());
    if (settings.maxSize() == 0) {
      tellOfUnused(store);
      return none();
    }
    return new Pyramids(new Workshop(store, codecs, clock), store, settings.minPixels(), clock);
  }

  private static void tellOfUnused(PyramidStore store) {
    try {
      PyramidStore.Stock stock = store.stock();
      if (stock.pyramids() > 0) {
        LOG.info(
            "{} pyramids with {} MB lie in {}. pyramids.max_size is 0, so nobody uses them; they"
                + " can be deleted",
            stock.pyramids(),
            Megabytes.of(stock.bytes()),
            store.folder());
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be looked into", store.folder(), e);
    }
  }

  /**
   * How far the pyramid in work is.
   *
   * @param place of the image
   * @param part 0 to 1
   */
  public record Progress(Object place, double part) {}

  /** The pyramid that is being built; empty if none is. */
  public Optional<Progress> underway() {
    return workshop == null ? Optional.empty() : workshop.underway();
  }

  /** Whether any are in work or waiting. */
  boolean isBusy() {
    return workshop != null && workshop.isBusy();
  }

  /**
   * What has been built and kept.
   *
   * @param pyramids that lie in the folder
   * @param bytes that they take
   * @param most bytes that they may take
   */
  public record Kept(Path folder, int pyramids, long bytes, long most) {}

  /**
   * What there is in the folder now; empty if there are to be none.
   *
   * @throws IOException if the folder cannot be looked into
   */
  public Optional<Kept> kept() throws IOException {
    if (store == null) {
      return Optional.empty();
    }
    PyramidStore.Stock stock = store.stock();
    return Optional.of(new Kept(store.folder(), stock.pyramids(), stock.bytes(), store.most()));
  }

  /** How many pyramids are waiting to be built. */
  public int waiting() {
    return workshop == null ? 0 : workshop.waiting();
  }

  /** How many pyramids have been built so far. */
  public long built() {
    return workshop == null ? 0 : workshop.built();
  }

  /** How often it has turned out so far that a pyramid could not be built. */
  public long failed() {
    return workshop == null ? 0 : workshop.failed();
  }

  /**
   * The image with its pyramid, if it has one; else the image itself. Never fails.
   *
   * @param image closed together with what is answered
   */
  public DecodedImage with(Subject subject, DecodedImage image) {
    if (store == null || workshop == null || unusable == null || !deserves(image)) {
      return image;
    }
    String name = subject.name();
    Content content;
    try {
      content = FileContent.open(store.file(name));
    } catch (NoSuchFileException e) {
      return image;
    } catch (IOException e) {
      // A folder that is none is told of when something is to be put there.
      if (store.isThere()) {
        unusable.add(subject, e);
      }
      return image;
    }
    try {
      DecodedImage pyramid = workshop.open(content);
      store.touch(name);
      return PyramidImage.of(image, content, pyramid, notice(store, unusable, subject));
    } catch (IOException | RuntimeException e) {
      close(content);
      unusable.add(subject, e);
      return image;
    }
  }

  private PyramidImage.Notice notice(PyramidStore kept, Unusable bad, Subject subject) {
    AtomicReference<Instant> touched = new AtomicReference<>(clock.instant());
    return new PyramidImage.Notice() {
      @Override
      public void used() {
        Instant last = touched.get();
        Instant now = clock.instant();
        if (last.plus(BETWEEN_TOUCHES).isBefore(now) && touched.compareAndSet(last, now)) {
          kept.touch(subject.name());
        }
      }

      @Override
      public void broken(Exception reason) {
        bad.add(subject, reason);
      }
    };
  }

  private static void close(Content content) {
    try (content) {
      LOG.debug("A pyramid is closed");
    } catch (IOException e) {
      LOG.debug("A pyramid could not be closed", e);
    }
  }

  private boolean deserves(DecodedImage image) {
    ResolutionLevel full = image.facts().levels().getFirst();
    Dimensions size = full.size();
    return full.tile().isEmpty() && size.area() >= fewestPixels;
  }

  /**
   * Tells that a picture has been made of an image: its pyramid is built, if it wants one and has
   * none, as soon as there is time.
   *
   * @param image what {@link #with} has answered
   * @param opener opens what it was made of
   * @param renewed called on any thread when the image is to be opened anew, since there is a
   *     pyramid now, or no longer
   */
  public void drawn(Subject subject, DecodedImage image, Subject.Opener opener, Runnable renewed) {
    if (image instanceof PyramidImage pyramidal) {
      if (pyramidal.isBroken()) {
        renewed.run();
      }
    } else if (workshop != null && deserves(image)) {
      workshop.order(new Workshop.Order(subject, opener, renewed));
    }
  }

  /** Gives up what is being built, and waits for that. */
  @Override
  public void close() {
    if (workshop != null) {
      workshop.close();
    }
  }
}
