package org.casaba.pyramid.store;

import java.io.Closeable;
import java.io.IOException;
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
  static final int QUALITY = 90;

  private static final String PREPARE =
      "prepare the image with the command pyramid (see the README)";

  private static final Recipe RECIPE =
      new Recipe(Recipe.STANDARD_TILE, QUALITY, Recipe.Preference.LIKE_SOURCE);

  /** After so much work there is a pause, so that requests are not kept waiting. */
  private static final long WORK = TimeUnit.MILLISECONDS.toNanos(40);

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(15);

  /** How often it is seen to that there is room. */
  private static final long STEP = 4 << 20;

  /** What part of the heap may be taken by tiles that are being made. */
  private static final int SHARE = 4;

  /** From this part of a picture on it is judged what all of it will take ... */
  private static final double TELLING = 0.125;

  /** ... and given up if that is so many times what it may take. */
  private static final int TOO_FAR = 2;

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
      checkUnchanged(content);
      try (DecodedImage image = codecs.open(content, subject.page())) {
        build(content, UntiledImage.of(image, subject.page()));
      }
    } catch (IOException | RuntimeException e) {
      checkUnchanged(opener);
      throw e;
    }
    try {
      checkUnchanged(opener);
    } catch (IOException e) {
      store.remove(subject.name());
      throw e;
    }
  }

  private void checkUnchanged(Subject.Opener opener) throws IOException {
    try (Content now = opener.open()) {
      checkUnchanged(now);
    }
  }

  private void checkUnchanged(Content content) throws NoPyramidException {
    if (!content.state().equals(subject.state())) {
      throw new NoPyramidException(
          Failure.Prospect.SOON, "the image has changed, and gets one of what it is now");
    }
  }

  private void build(Content content, UntiledImage image) throws IOException {
    ImageFacts facts = image.facts();
    Dimensions size = facts.storedSize();
    check(image, content.size());
    LOG.info(
        "A pyramid of {} is being built, {}{} x {}",
        subject.place(),
        image.from() == 0 ? "" : "of its smaller sizes from ",
        size.width(),
        size.height());
    long start = System.nanoTime();
    Built built =
        new PyramidBuilder(new CallersThread(), 1)
            .build(
                new PyramidBuilder.Order(content, image, RECIPE), store.file(subject.name()), this);
    LOG.info(
        "The pyramid of {} stands: {} levels, {} MB, {} s",
        subject.place(),
        built.levels(),
        Megabytes.of(built.bytes()),
        String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9));
  }

  private void check(UntiledImage image, long file) throws IOException {
    ImageFacts facts = image.facts();
    int bands = (facts.coloring() == ImageFacts.Coloring.COLOR ? 3 : 1) + (facts.alpha() ? 1 : 0);
    long row = (long) facts.storedSize().width() * bands;
    // A row of tiles that do not let themselves be compressed, and those of the smaller levels.
    long tiles = 2 * row * RECIPE.tile();
    if (tiles > Runtime.getRuntime().maxMemory() / SHARE) {
      throw new NoPyramidException(
          Failure.Prospect.NEVER,
          "it is too wide for the memory that the server has. Give Java more (-Xmx), or "
              + PREPARE);
    }
    largest = store.largest();
    checkFits(LeastSize.of(image, row * facts.storedSize().height(), file));
  }

  private void checkFits(long bytes) throws NoPyramidException {
    if (bytes <= largest) {
      return;
    }
    long allowed = store.most() / 2;
    if (bytes > allowed) {
      throw new NoPyramidException(
          Failure.Prospect.NEVER,
          "it would take more than "
              + Megabytes.of(allowed)
              + " MB, which is half of pyramids.max_size. Raise that setting, or "
              + PREPARE);
    }
    throw new NoPyramidException(
        Failure.Prospect.LATER,
        "there is too little room on the disk, of which pyramids never take more than a tenth of"
            + " what is free, and one of them half of that. Make room, or "
            + PREPARE);
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
    double ahead = part < TELLING ? 0 : bytes / part / TOO_FAR;
    checkFits(Math.max(bytes, (long) ahead));
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
