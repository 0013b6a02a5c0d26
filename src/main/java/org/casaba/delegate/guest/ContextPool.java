package org.casaba.delegate.guest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.DelegateSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contexts in which one script is loaded. Whoever wants something of the script hands it over
 * and waits, for a limited time; a context in which something takes longer is stopped, thrown away,
 * and replaced in the background. Thread-safe.
 */
public final class ContextPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ContextPool.class);

  /** How long a language may take to start: Python, cold, on a busy machine. */
  private static final Duration STARTING = Duration.ofMinutes(5);

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final GuestOpening opening;
  private final ScriptText script;
  private final DelegateSettings.Pool settings;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition offered = lock.newCondition();
  private final Queue<Job<?>> queue = new ArrayDeque<>();

  /** Those whose threads have not ended, useful or not. */
  private final Map<Worker, Thread> alive = new HashMap<>();

  private final StartedThreads threads = new StartedThreads();

  /** Those that have a context, or are about to. */
  private final Set<Worker> useful = new HashSet<>();

  private int opened;
  private @Nullable Throwable failure;
  private volatile Set<ScriptFunction> functions = Set.of();
  private boolean closed;

  /**
   * A pool without contexts yet.
   *
   * @param globals objects that the script finds by these names; of every context, in all threads
   */
  public ContextPool(
      ScriptEngine engine,
      ScriptText script,
      Map<String, Object> globals,
      DelegateSettings.Pool settings) {
    this.opening = new GuestOpening(engine, script, globals);
    this.script = script;
    this.settings = settings;
  }

  /**
   * Opens all contexts: one, to see whether the script is any good, and then the others.
   *
   * @return the functions that the script has
   * @throws DelegateException if it cannot be loaded
   */
  public Set<ScriptFunction> open() throws DelegateException {
    awaitOpened(1);
    awaitOpened(settings.contexts());
    return functions;
  }

  private void awaitOpened(int count) throws DelegateException {
    long left = STARTING.toNanos();
    lock.lock();
    try {
      while (!closed && useful.size() < count) {
        startWorker();
      }
      while (opened < count && failure == null && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      switch (failure) {
        case null -> {}
        case DelegateException e -> throw e;
        default -> throw new DelegateException.Failed(script.name() + ": " + failure, failure);
      }
      if (opened < count) {
        throw new DelegateException.Busy(script.name() + ": loading has been given up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DelegateException.Busy(script.name() + ": loading has been given up", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has something done in one of the contexts, and waits for it.
   *
   * @throws DelegateException if it fails, or cannot be done in time
   */
  public <T> T call(Question<T> question) throws DelegateException {
    Job<T> job = new Job<>(question::in);
    offer(job);
    return switch (job.await(settings.timeout().toNanos())) {
      case DONE -> job.result();
      case NOT_BEGUN ->
          throw new DelegateException.Busy(script.name() + ": no context has become free in time");
      case TOO_LONG ->
          throw new DelegateException.Busy(
              stop(job) + ": stopped, it took longer than delegate.timeout");
      case TOO_LARGE ->
          throw new DelegateException.Failed(stop(job) + ": stopped, it used too much memory");
    };
  }

  /** What is asked of a script. */
  @FunctionalInterface
  public interface Question<T> {
    T in(Guest guest) throws DelegateException;
  }

  /** How much there is to do at the moment. */
  public PoolLoad load() {
    lock.lock();
    try {
      long busy = alive.keySet().stream().filter(Worker::isBusy).count();
      return new PoolLoad(useful.size(), (int) busy, queue.size());
    } finally {
      lock.unlock();
    }
  }

  private void offer(Job<?> job) throws DelegateException.Busy {
    lock.lock();
    try {
      if (closed) {
        throw new DelegateException.Busy(script.name() + ": this version is not in force any more");
      }
      if (queue.size() >= settings.queue()) {
        throw new DelegateException.Busy(script.name() + ": too many requests wait for a context");
      }
      queue.add(job);
      offered.signal();
      fill();
    } finally {
      lock.unlock();
    }
  }

  /** Stops what takes too long, without waiting for its end, and tells what that is. */
  private String stop(Job<?> job) {
    lock.lock();
    try {
      Optional<Worker> busy = alive.keySet().stream().filter(each -> each.isAt(job)).findFirst();
      String place = script.name() + busy.flatMap(Worker::running).map(f -> " in " + f).orElse("");
      busy.ifPresent(each -> {
        useful.remove(each);
        threads.start(GuestOpening.thread("casaba-delegate-stop", each::cancel));
      });
      fill();
      return place;
    } finally {
      lock.unlock();
    }
  }

  private void startWorker() {
    Worker worker = new Worker(this);
    Thread thread = GuestOpening.thread("casaba-delegate", worker);
    alive.put(worker, thread);
    useful.add(worker);
    threads.start(thread);
  }

  /**
   * Replaces contexts that are of no use any more; not without limit, for threads that do not end
   * however they are stopped.
   */
  private void fill() {
    while (!closed
        && failure == null
        && useful.size() < settings.contexts()
        && alive.size() < 2 * settings.contexts()) {
      startWorker();
    }
  }

  /** Opens a context for the worker whose thread this is. */
  Guest open(Consumer<Guest> holder) throws DelegateException {
    return opening.open(holder);
  }

  void opened(Set<ScriptFunction> found) {
    lock.lock();
    try {
      functions = found;
      opened++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A context could not be opened. If another could once, it is tried again with the next job. */
  void failed(Throwable e) {
    lock.lock();
    try {
      if (opened == 0) {
        failure = e;
      } else {
        LOG.warn("A further context of {} cannot be opened: {}", script.name(), e.toString());
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The next job, as soon as there is one; null when there will be none. */
  @Nullable Job<?> next() {
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        offered.awaitUninterruptibly();
      }
      return queue.poll();
    } finally {
      lock.unlock();
    }
  }

  /** The worker's thread ends. */
  void gone(Worker worker) {
    lock.lock();
    try {
      alive.remove(worker);
      useful.remove(worker);
      if (worker.hasOpened()) {
        fill();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes all contexts when what they have been given is done, and waits for that; what takes too
   * long is stopped.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      offered.signalAll();
      changed.signalAll();
      awaitGone(settings.timeout());
      alive
          .keySet()
          .forEach(
              each -> threads.start(GuestOpening.thread("casaba-delegate-stop", each::cancel)));
      awaitGone(CLOSING);
      alive.values().forEach(each -> LOG.warn("{} does not end: {}", each, script.name()));
    } finally {
      lock.unlock();
    }
    // Who has said that it is gone may still run, which the container takes for a leak.
    threads.join();
  }

  private void awaitGone(Duration atMost) {
    long left = atMost.toNanos();
    try {
      while (!alive.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
