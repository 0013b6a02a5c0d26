package org.casaba.pyramid.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.ImageFacts;
import org.casaba.pyramid.Built;
import org.casaba.pyramid.PyramidBuilder;
import org.casaba.pyramid.Recipe;
import org.casaba.pyramid.Watcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pyramid in the making. Run by one thread; others may look at it, and give it up. */
final class Job implements Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  /** Of what was stored with loss before. */
  private static final int QUALITY = 95;

  private static final Recipe RECIPE =
      new Recipe(Recipe.STANDARD_TILE, QUALITY, Recipe.Preference.LIKE_SOURCE);

  /** After so much work there is a pause, so that requests are not kept waiting. */
  private static final long WORK = TimeUnit.MILLISECONDS.toNanos(40);

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(15);

  /** How often it is seen to that there is room. */
  private static final long STEP = 4 << 20;

  /** What part of the heap may be taken by tiles that are being made. */
  private static final int SHARE = 4;

  /** Photographs take more than one byte for so many pixels' bytes, however they are compressed. */
  private static final int TIGHTEST = 40;

  private final PyramidStore store;
  private final Codecs codecs;
  private final Subject subject;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile double part;
  private Closeable unfinished = () -> {};
  private long largest;
  private long checked;
  private long restedAt = System.nanoTime();

  Job(PyramidStore store, Codecs codecs, Subject subject) {
    this.store = store;
    this.codecs = codecs;
    this.subject = subject;
  }

  Pyramids.Progress progress() {
    return new Pyramids.Progress(subject.place(), part);
  }

  /**
   * Builds the pyramid.
   *
   * @throws IOException if that fails; then nothing is left of it
   */
  void run(Subject.Opener opener) throws IOException {
    try (Content content = opener.open()) {
      if (!content.state().equals(subject.state())) {
        throw new NoSuchFileException("it has changed meanwhile");
      }
      try (DecodedImage image = codecs.open(content, subject.page())) {
        build(content, UntiledImage.of(image, subject.page()));
      }
    }
  }

  private void build(Content content, UntiledImage image) throws IOException {
    ImageFacts facts = image.facts();
    Dimensions size = facts.storedSize();
    check(facts);
    LOG.info(
        "A pyramid of {} is being built, {} x {}", subject.place(), size.width(), size.height());
    long start = System.nanoTime();
    Built built =
        new PyramidBuilder(new CallersThread(), 1)
            .build(
                new PyramidBuilder.Order(content, image, RECIPE), store.file(subject.name()), this);
    LOG.info(
        "The pyramid of {} stands: {} levels, {} MB, {} s",
        subject.place(),
        built.levels(),
        String.format(Locale.ROOT, "%.1f", built.bytes() / 1e6),
        String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9));
  }

  private void check(ImageFacts facts) throws IOException {
    int bands = (facts.coloring() == ImageFacts.Coloring.COLOR ? 3 : 1) + (facts.alpha() ? 1 : 0);
    long row = (long) facts.storedSize().width() * bands;
    // A row of tiles that do not let themselves be compressed, and those of the smaller levels.
    long tiles = 2 * row * RECIPE.tile();
    if (tiles > Runtime.getRuntime().maxMemory() / SHARE) {
      throw new IOException("it is too wide for the memory that the server has");
    }
    largest = store.largest();
    if (row * facts.storedSize().height() / TIGHTEST > largest) {
      throw tooLarge();
    }
  }

  private IOException tooLarge() {
    return new IOException(
        "it would be larger than " + largest + " bytes, half of what pyramids may take");
  }

  @Override
  public void begun(Closeable file) {
    synchronized (this) {
      unfinished = file;
    }
    checked = 0;
  }

  @Override
  public void written(long bytes) throws IOException {
    if (stopped.getCount() == 0) {
      throw new IOException("given up");
    }
    if (bytes > largest) {
      throw tooLarge();
    }
    if (bytes >= checked) {
      checked = bytes + STEP;
      store.makeRoom(checked);
      largest = store.largest();
    }
  }

  @Override
  public void progress(double done) {
    part = done;
    if (System.nanoTime() - restedAt > WORK) {
      try {
        if (stopped.await(PAUSE, TimeUnit.NANOSECONDS)) {
          part = 0;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      restedAt = System.nanoTime();
    }
  }

  /** Whether it may well succeed another time. */
  boolean hadBadLuck(Throwable e) {
    return e instanceof NoSuchFileException || e instanceof FileAlreadyExistsException;
  }

  /** Stops as soon as may be; nothing is left of the unfinished file. */
  void giveUp() throws IOException {
    stopped.countDown();
    Closeable file;
    synchronized (this) {
      file = unfinished;
    }
    file.close();
  }
}
