package org.casaba.cache.record;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.casaba.cache.Depot;
import org.casaba.cache.DerivativeRecord;
import org.casaba.cache.Forgotten;
import org.casaba.cache.Kept;
import org.casaba.files.FileProblem;
import org.casaba.plan.DerivativeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps derivatives in a tree of files, which may lie on a share: several servers use what one has
 * rendered, and a server that starts anew finds it. Writes in the background.
 */
public final class DirectoryRecord implements DerivativeRecord {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryRecord.class);
  private static final Duration LONGEST_READ = Duration.ofMillis(200);
  private static final Duration TICK = Duration.ofSeconds(30);

  /** How exactly it is known when a picture was last used. */
  private static final Duration RECENT = Duration.ofMinutes(1);

  private static final Circuit.Patience READING =
      new Circuit.Patience(3, Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final Circuit.Patience WRITING =
      new Circuit.Patience(1, Duration.ofSeconds(5), Duration.ofMinutes(5));

  private final Path root;
  private final RecordTree tree;
  private final InstantSource clock;
  private final Bound bound;
  private final Circuit reading;
  private final Circuit writing;
  private final TimedCalls calls = new TimedCalls("casaba-record-read", LONGEST_READ);
  private final Backlog backlog = new Backlog("casaba-record-write", new Writing());
  private final ScheduledExecutorService upkeep =
      Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("casaba-record", work));
  private final AtomicBoolean ordered = new AtomicBoolean();

  /**
   * Uses a folder, and makes it in the background unless it is there.
   *
   * @param folder for nothing but this
   * @param most bytes that its files may take
   */
  public DirectoryRecord(Path folder, long most) {
    this(folder, most, InstantSource.system());
  }

  DirectoryRecord(Path folder, long most, InstantSource clock) {
    this.clock = clock;
    root = folder.toAbsolutePath().normalize();
    tree = new RecordTree(root);
    bound = new Bound(tree, most, clock);
    reading = new Circuit(words(root, "found"), READING, clock);
    writing = new Circuit(words(root, "kept"), WRITING, clock);
    var _ = upkeep.scheduleWithFixedDelay(this::keepUp, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Circuit.Words words(Path root, String done) {
    return new Circuit.Words(
        "Derivatives cannot be "
            + done
            + " in "
            + root
            + ": {}. That is tried again every now and"
            + " then; until it succeeds images are served without",
        "Derivatives can be " + done + " again in " + root);
  }

  @Override
  public Optional<Kept> find(DerivativeKey key, long after) {
    if (!tree.isOurs() || !reading.admits()) {
      return Optional.empty();
    }
    try {
      Optional<Kept> found = calls.find(() -> read(key, after));
      reading.succeeded();
      return found;
    } catch (IOException e) {
      reading.failed(FileProblem.text(e));
      return Optional.empty();
    }
  }

  private Optional<Kept> read(DerivativeKey key, long after) throws IOException {
    Optional<RecordTree.Entry> there = tree.entry(key);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    RecordTree.Entry entry = there.get();
    if (!entry.isFrom(after)) {
      isRemoved(entry);
      return Optional.empty();
    }
    Optional<byte[]> picture = RecordTree.read(entry);
    if (picture.isPresent()) {
      touch(entry);
    }
    return picture.map(bytes -> new Kept(entry.made().toMillis(), bytes));
  }

  private void touch(RecordTree.Entry entry) {
    Instant now = clock.instant();
    if (entry.used().toInstant().plus(RECENT).isBefore(now) && !writing.isBroken()) {
      try {
        tree.touch(entry, FileTime.from(now));
      } catch (IOException e) {
        LOG.debug("{} cannot be touched", entry.file(), e);
      }
    }
  }

  @Override
  public void keep(DerivativeKey key, Kept kept) {
    if (bound.hasRoom()) {
      backlog.add(key, kept);
    }
  }

  private final class Writing implements Backlog.Writer {
    @Override
    public void write(DerivativeKey key, Kept kept) {
      DirectoryRecord.this.write(key, kept.picture());
    }

    @Override
    public void remove(DerivativeKey key) {
      try {
        tree.entry(key).ifPresent(DirectoryRecord.this::isRemoved);
      } catch (IOException e) {
        writing.failed(FileProblem.text(e));
      }
    }
  }

  private void write(DerivativeKey key, byte[] picture) {
    if (!writing.admits()) {
      return;
    }
    try {
      if (writing.isBroken() || !tree.isOurs()) {
        tree.prepare();
      }
      bound.add(written(key, picture));
      writing.succeeded();
    } catch (IOException e) {
      writing.failed(FileProblem.text(e));
      // The disk may have less room than there was.
      bound.doubt();
    }
    if (bound.isDue() && ordered.compareAndSet(false, true)) {
      upkeep.execute(this::keepUp);
    }
  }

  /** Somebody may have deleted the whole tree. */
  private long written(DerivativeKey key, byte[] picture) throws IOException {
    try {
      return tree.write(key, picture);
    } catch (NoSuchFileException e) {
      tree.prepare();
      return tree.write(key, picture);
    }
  }

  /** Prepares the tree at the start, and holds it to its bound. */
  private void keepUp() {
    ordered.set(false);
    try {
      if (!tree.isOurs() && writing.admits()) {
        tree.prepare();
        writing.succeeded();
      }
      if (tree.isOurs() && bound.isDue()) {
        bound.enforce();
      }
    } catch (IOException e) {
      if (!upkeep.isShutdown()) {
        writing.failed(FileProblem.text(e));
      }
    }
  }

  @Override
  public Forgotten forget(String image) {
    backlog.drop();
    return forget(_ -> true, visitor -> tree.list(image, visitor));
  }

  @Override
  public Forgotten forgetAll() {
    backlog.drop();
    return forget(_ -> true, tree::list);
  }

  @Override
  public Forgotten forgetBefore(long time) {
    return forget(entry -> !entry.isFrom(time), tree::list);
  }

  /** Shows pictures to a visitor; how many things could not be read. */
  @FunctionalInterface
  private interface Listing {
    long to(Consumer<RecordTree.Entry> visitor) throws IOException;
  }

  private Forgotten forget(Predicate<RecordTree.Entry> which, Listing listing) {
    Forgetting forgetting = new Forgetting(which, this::remove);
    try {
      if (!tree.isOurs()) {
        tree.prepare();
      }
      if (tree.isThere()) {
        if (listing.to(forgetting) > 0) {
          forgetting.problem("some folders cannot be read");
        }
      } else {
        forgetting.problem("it is not there");
      }
    } catch (IOException e) {
      writing.failed(FileProblem.text(e));
      forgetting.problem(FileProblem.text(e));
    }
    return forgetting.in(root);
  }

  private boolean isRemoved(RecordTree.Entry entry) {
    try {
      return remove(entry);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean remove(RecordTree.Entry entry) throws IOException {
    try {
      boolean gone = tree.remove(entry);
      bound.add(gone ? -entry.bytes() : 0);
      return gone;
    } catch (IOException e) {
      writing.failed(FileProblem.text(e));
      throw e;
    }
  }

  @Override
  public List<Depot> depots() {
    String trouble = reading.trouble().isEmpty() ? writing.trouble() : reading.trouble();
    String obstacle =
        !trouble.isEmpty()
            ? "is given up for now: " + trouble
            : tree.isOurs() ? "" : "is being opened";
    return List.of(
        new Depot("Record", tree.root().toString(), bound.taken(), bound.most(), obstacle));
  }

  /** Keeps what waits, and ends the threads. */
  @Override
  public void close() {
    backlog.close();
    Threads.end(upkeep, Duration.ZERO);
    calls.close();
  }
}
