package org.casaba.pyramid.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.pyramid.UnwritableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds pyramids, one at a time, on a thread that is there as long as there is something to do.
 * Thread-safe.
 */
final class Workshop implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

  /** How many pyramids may be waiting; who finds no room comes back with a later request. */
  private static final int LONGEST_QUEUE = 100;

  /** What failures of the folder are remembered as. */
  private static final String FOLDER = "";

  /** File systems count time in steps: what has just changed may be changing still. */
  private static final Duration UNSETTLED = Duration.ofSeconds(3);

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final PyramidStore store;
  private final Codecs codecs;
  private final InstantSource clock;
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LONGEST_QUEUE), Workshop::thread);

  /** By name: those that wait or are in work. */
  private final Set<String> ordered = ConcurrentHashMap.newKeySet();

  /** By name: those that could not be built; and, without a name, the folder. */
  private final Failures failures;

  private final LongAdder built = new LongAdder();
  private final LongAdder failed = new LongAdder();

  private volatile @Nullable Job job;
  private volatile boolean closed;

  Workshop(PyramidStore store, Codecs codecs, InstantSource clock) {
    this.store = store;
    this.codecs = codecs;
    this.clock = clock;
    failures = new Failures(clock);
    executor.allowCoreThreadTimeOut(true);
  }

  /**
   * A pyramid that is wanted.
   *
   * @param done called when it stands
   */
  record Order(Subject subject, Subject.Opener opener, Runnable done) {}

  /** Reads the headers of a pyramid that has been built. */
  DecodedImage open(Content pyramid) throws IOException {
    return codecs.open(pyramid);
  }

  /** Systems that heed priorities do well here; on the others pauses have to do. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread thread(Runnable work) {
    return Thread.ofPlatform()
        .name("casaba-pyramids")
        .daemon()
        .priority(Thread.MIN_PRIORITY)
        .inheritInheritableThreadLocals(false)
        .unstarted(work);
  }

  /** Has a pyramid built, unless it cannot be, or is about to be. */
  void order(Order order) {
    String name = order.subject().name();
    Duration age = Duration.between(order.subject().modified(), clock.instant());
    boolean hopeless = failures.areFresh(FOLDER) || failures.areFresh(name);
    if (closed || hopeless || age.abs().compareTo(UNSETTLED) < 0) {
      return;
    }
    if (Files.exists(store.file(name))) {
      order.done().run();
    } else if (ordered.add(name)) {
      try {
        executor.execute(() -> build(order));
      } catch (RejectedExecutionException e) {
        ordered.remove(name);
      }
    }
  }

  private void build(Order order) {
    Subject subject = order.subject();
    Job building = new Job(store, codecs, subject);
    job = building;
    try {
      if (closed || failures.areFresh(FOLDER)) {
        return;
      }
      store.prepare();
      if (!Files.exists(store.file(subject.name()))) {
        building.run(order.opener());
        succeeded(subject);
      }
      order.done().run();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      if (!closed) {
        failed(subject, e);
      }
    } finally {
      job = null;
      ordered.remove(subject.name());
    }
  }

  private void succeeded(Subject subject) {
    built.increment();
    failures.remove(subject.name());
    if (failures.remove(FOLDER)) {
      LOG.info("Pyramids can be kept again in {}", store.folder());
    }
  }

  private void failed(Subject subject, Throwable e) {
    failed.increment();
    Failure failure = Failure.of(e);
    boolean ofFolder = failure.prospect() == Failure.Prospect.FOLDER_LATER;
    if (!failures.add(ofFolder ? FOLDER : subject.name(), failure)) {
      LOG.debug("There still is no pyramid of {}: {}", subject.place(), failure.reason());
    } else if (ofFolder) {
      LOG.warn(
          "No pyramids can be kept in {}: {}. That is tried again every now and then; until it"
              + " succeeds images are served without",
          store.folder(),
          failure.reason());
    } else if (e instanceof RuntimeException) {
      LOG.warn("There is no pyramid of {} because {}", subject.place(), failure.reason(), e);
    } else {
      LOG.info("There is no pyramid of {}: {}", subject.place(), failure.reason());
    }
  }

  Optional<Pyramids.Progress> underway() {
    Job now = job;
    return now == null ? Optional.empty() : Optional.of(now.progress());
  }

  boolean isBusy() {
    return !ordered.isEmpty();
  }

  long built() {
    return built.sum();
  }

  long failed() {
    return failed.sum();
  }

  int waiting() {
    return executor.getQueue().size();
  }

  @Override
  public void close() {
    closed = true;
    // What is in work reads and writes files of its own, which the interrupt closes.
    executor.shutdownNow();
    Job now = job;
    try {
      if (now != null) {
        now.giveUp();
      }
      if (!executor.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("A pyramid is still being built, and is given up as soon as may be");
      }
    } catch (IOException e) {
      LOG.warn(
          "An unfinished pyramid could not be removed from {}: {}. The next start does so",
          store.folder(),
          new UnwritableException(e).getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
