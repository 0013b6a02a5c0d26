package org.casaba.delegate.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.DelegateStatus;
import org.casaba.delegate.guest.ContextPool;
import org.casaba.delegate.guest.PoolLoad;
import org.casaba.delegate.guest.ScriptEngine;
import org.casaba.delegate.guest.ScriptText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the script's file on a thread of its own. A changed file is loaded whole and tested, and
 * takes over only then; requests that the old version has begun are finished by that.
 */
final class Versions {
  private static final Logger LOG = LoggerFactory.getLogger(Versions.class);

  /** How long requests may take from the first question to the last. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private static final Duration CLOSING = Duration.ofSeconds(30);

  /**
   * Why the latest version of the file is not in force.
   *
   * @param summary fit for anybody
   * @param details file and line, not fit for everybody
   */
  private record Trouble(String summary, String details) {}

  /** A version that is no longer in force. */
  private record Retired(Generation generation, long end) {}

  private final DelegateSettings settings;
  private final Function<String, Map<String, Object>> globals;
  private final SelfTest test;
  private final Duration betweenLooks;
  private final Path path;
  private final ScriptFile file;
  private final WatchedFiles files;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch tried = new CountDownLatch(1);
  private final Thread thread;

  private final LongAdder timeOuts = new LongAdder();

  private volatile @Nullable Generation inForce;
  private volatile @Nullable Trouble trouble;

  // Of the thread alone:
  private final Queue<Retired> retired = new ArrayDeque<>();
  private @Nullable ScriptEngine engine;
  private WatchedFiles.@Nullable Look followed;
  private WatchedFiles.@Nullable Look before;

  Versions(
      DelegateSettings settings,
      Function<String, Map<String, Object>> globals,
      SelfTest test,
      Duration betweenLooks) {
    this.settings = settings;
    this.globals = globals;
    this.test = test;
    this.betweenLooks = betweenLooks;
    this.path = settings.script().orElseThrow();
    this.file = new ScriptFile(path);
    this.files = new WatchedFiles(file, settings.tests().orElse(null));
    this.thread = Thread.ofPlatform().daemon().name("casaba-delegate-watch").unstarted(this::run);
    // Languages are looked for where this application's classes are.
    thread.setContextClassLoader(Versions.class.getClassLoader());
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      followed = files.look();
      before = followed;
      follow();
      tried.countDown();
      while (!closed.await(betweenLooks.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      tried.countDown();
      closeAll();
    }
  }

  /** A file counts as changed when it has looked the same twice: it may be half written. */
  private void look() {
    while (!retired.isEmpty() && retired.element().end() - System.nanoTime() < 0) {
      retired.remove().generation().close();
    }
    WatchedFiles.Look now = files.look();
    boolean settled = now.equals(before);
    before = now;
    if (settled && !now.equals(followed)) {
      followed = now;
      follow();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // The thread must outlive whatever a script brings about.
  private void follow() {
    try {
      takeOver(load(file.read()));
    } catch (CasesFailedException e) {
      report("the delegate script does not pass its cases", e.getMessage());
    } catch (DelegateException e) {
      boolean there = file.look().isPresent();
      report(
          "the delegate script " + (there ? "cannot be loaded" : "is not there"), e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("Loading {} has failed", path, e);
      report("the delegate script cannot be loaded", String.valueOf(e));
    }
  }

  /** The script has been loaded, and does something else than it is expected to. */
  private static final class CasesFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    CasesFailedException(String message) {
      super(message);
    }
  }

  private Generation load(ScriptText script) throws DelegateException, CasesFailedException {
    ScriptEngine ours = engine;
    if (ours == null) {
      ours = ScriptEngine.start(script.language());
      engine = ours;
    }
    ContextPool pool =
        new ContextPool(ours, script, globals.apply(script.language().id()), settings.pool());
    Generation next = Generation.load(script, pool, settings, timeOuts);
    List<String> failures = tested(next);
    if (!failures.isEmpty()) {
      next.close();
      throw new CasesFailedException(
          path + " does not pass its cases: " + String.join("; ", failures));
    }
    return next;
  }

  private List<String> tested(Generation next) {
    try {
      return test.failures(next);
    } catch (RuntimeException e) {
      LOG.error("Testing {} has failed", path, e);
      return List.of(String.valueOf(e));
    }
  }

  private void takeOver(Generation next) {
    Generation old = inForce;
    inForce = next;
    trouble = null;
    if (old != null) {
      retired.add(new Retired(old, System.nanoTime() + GRACE.toNanos()));
    }
    LOG.info("{} is in force: {}", path, next.status().functions());
  }

  private void report(String summary, @Nullable String details) {
    boolean none = inForce == null;
    trouble =
        new Trouble(
            summary + (none ? ": nothing is answered" : ": its last good version is in force"),
            Objects.requireNonNullElse(details, "no reason is known"));
    LOG.error(
        none
            ? "The delegate script cannot be used, and no request is answered by it: {}"
            : "The delegate script has changed, but its last good version stays in force: {}",
        details);
  }

  /** The version that requests are put to from now on. */
  Generation current() throws DelegateException {
    Generation now = inForce;
    if (now != null) {
      return now;
    }
    Trouble wrong = trouble;
    if (wrong != null) {
      throw new DelegateException.Failed(wrong.details());
    }
    throw new DelegateException.Busy("the delegate script is not ready yet");
  }

  boolean awaitReady(Duration atMost) throws InterruptedException {
    return tried.await(atMost.toMillis(), TimeUnit.MILLISECONDS) && inForce != null;
  }

  boolean answers() {
    return inForce != null;
  }

  Optional<String> problem() {
    Trouble wrong = trouble;
    if (wrong != null) {
      return Optional.of(wrong.summary());
    }
    return inForce == null ? Optional.of("the delegate script is being loaded") : Optional.empty();
  }

  PoolLoad load() {
    Generation now = inForce;
    return now == null ? PoolLoad.NONE : now.load();
  }

  long timeOuts() {
    return timeOuts.sum();
  }

  DelegateStatus status() {
    Generation now = inForce;
    Trouble wrong = trouble;
    String details = wrong == null ? null : wrong.details();
    return now == null
        ? new DelegateStatus(path.toString(), List.of(), null, details)
        : now.status(path.toString(), details);
  }

  private void closeAll() {
    retired.forEach(each -> each.generation().close());
    Generation now = inForce;
    if (now != null) {
      now.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  void close() {
    closed.countDown();
    try {
      if (!thread.join(CLOSING)) {
        LOG.warn("{} is still being loaded or closed", path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
