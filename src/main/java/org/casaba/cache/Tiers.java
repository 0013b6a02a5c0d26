package org.casaba.cache;

import java.io.Closeable;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.casaba.plan.DerivativeKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures in memory and on disk. Never fails: what the disk does not give is not there, and what
 * it does not take is in memory only. A thread of its own opens the disk tier, so that a server
 * starts without waiting for that; leaves it when the disk is full or fails; and tries again, since
 * disks are cleared and other servers end. Thread-safe.
 */
final class Tiers implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Tiers.class);

  /** Milliseconds between two looks at the disk. */
  private static final long BETWEEN_LOOKS = 5_000;

  /** Milliseconds that who forgets waits for the disk to be opened at the start. */
  private static final long PATIENCE = 10_000;

  private final DiskTier disk;
  private final long heap;
  private final long life;
  private final InstantSource clock;

  /** Held for writing by who opens and closes; whoever would have to wait does without. */
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  private @Nullable OpenTiers open;
  private boolean onDisk;
  private final Oblivion outstanding = new Oblivion();
  private final CountDownLatch looked = new CountDownLatch(1);

  /** What has been found in those that are closed; guarded by the lock. */
  private CacheState.Tier heapBefore = CacheState.Tier.NONE;

  private CacheState.Tier diskBefore = CacheState.Tier.NONE;

  /** What was told last, for while nothing is open: counts never fall. */
  private volatile CacheState.Tier heapSeen = CacheState.Tier.NONE;

  private volatile CacheState.Tier diskSeen = CacheState.Tier.NONE;

  private final EhcacheLog ehcacheLog = new EhcacheLog();
  private final Semaphore waking = new Semaphore(0);
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;
  private final Thread keeper;

  private Tiers(DerivativeSettings settings, long heap, InstantSource clock) {
    this.heap = heap;
    this.disk = new DiskTier(settings, heap);
    this.life = settings.ttl().toMillis();
    this.clock = clock;
    this.keeper =
        Thread.ofPlatform()
            .name("casaba-derivatives")
            .daemon()
            .inheritInheritableThreadLocals(false)
            .unstarted(this::keep);
  }

  /**
   * Begins to open.
   *
   * @param heap bytes in memory
   */
  static Tiers start(DerivativeSettings settings, long heap, InstantSource clock) {
    Tiers tiers = new Tiers(settings, heap, clock);
    tiers.keeper.start();
    return tiers;
  }

  Optional<byte[]> find(DerivativeKey key) {
    Kept kept = with(now -> now.find(key).orElse(null), null);
    if (kept == null) {
      return Optional.empty();
    }
    if (isOver(kept)) {
      remove(key);
      return Optional.empty();
    }
    return Optional.of(kept.picture());
  }

  private boolean isOver(Kept kept) {
    return clock.millis() - kept.since() >= life;
  }

  void put(DerivativeKey key, Kept kept) {
    with(
        now -> {
          now.put(key, kept);
          return true;
        },
        false);
  }

  void remove(DerivativeKey key) {
    with(
        now -> {
          now.remove(key);
          return true;
        },
        false);
  }

  Forgotten forget(String image) {
    return forget(() -> outstanding.add(image), now -> now.removeIf((of, _) -> of.equals(image)));
  }

  Forgotten forgetAll() {
    return forget(outstanding::addAll, OpenTiers::clear);
  }

  Forgotten forgetExpired() {
    return forget(() -> {}, now -> now.removeIf((_, kept) -> isOver(kept)));
  }

  /**
   * Unlike others who use what is open, who forgets waits for it.
   *
   * @param later notes what is to be forgotten of a disk that cannot be used now
   */
  private Forgotten forget(Runnable later, ToLongFunction<OpenTiers> now) {
    awaitFirstLook();
    lock.readLock().lock();
    try {
      if (!onDisk) {
        later.run();
      }
      OpenTiers tiers = open;
      return Forgotten.of(tiers == null ? 0 : now.applyAsLong(tiers));
    } catch (RuntimeException | InternalError e) {
      later.run();
      failed(e);
      return new Forgotten(0, List.of(disk.unforgotten(e)));
    } finally {
      lock.readLock().unlock();
    }
  }

  private void awaitFirstLook() {
    try {
      if (!looked.await(PATIENCE, TimeUnit.MILLISECONDS)) {
        LOG.debug("The disk is still being opened");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether pictures are kept on disk now. */
  boolean isOnDisk() {
    return with(_ -> onDisk, false);
  }

  /** What is in memory, and has been found there. */
  CacheState.Tier heap() {
    heapSeen = with(now -> now.heap().after(heapBefore), heapSeen);
    return heapSeen;
  }

  /** The same of the disk. */
  CacheState.Tier disk() {
    diskSeen = with(now -> now.disk().after(diskBefore), diskSeen);
    return diskSeen;
  }

  /** Where pictures are kept on disk; empty if they are not to be. */
  Optional<Depot> depot() {
    return disk.depot(disk(), isOnDisk());
  }

  /** A disk that has become full shows itself by an error, not an exception. */
  private <T extends @Nullable Object> T with(Function<OpenTiers, T> use, T otherwise) {
    if (!lock.readLock().tryLock()) {
      return otherwise;
    }
    try {
      OpenTiers now = open;
      return now == null ? otherwise : use.apply(now);
    } catch (RuntimeException | InternalError e) {
      failed(e);
      return otherwise;
    } finally {
      lock.readLock().unlock();
    }
  }

  private void failed(Throwable e) {
    if (failure == null) {
      failure = e;
      waking.release();
    }
  }

  private void keep() {
    ehcacheLog.silence();
    EhcacheThreads.endWhenIdle();
    while (!closed) {
      look();
      looked.countDown();
      pause();
    }
    looked.countDown();
    replace(null, false, OpenTiers::close);
    EhcacheThreads.await();
  }

  private void pause() {
    try {
      if (waking.tryAcquire(BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        waking.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void look() {
    Throwable reason = failure;
    if (onDisk && (reason != null || !disk.hasRoom())) {
      boolean full = disk.leave(reason);
      replace(OpenTiers.heap(heap), false, full ? OpenTiers::destroy : OpenTiers::close);
    } else if (!onDisk) {
      Optional<OpenTiers> opened = disk.open();
      if (opened.isPresent()) {
        replace(opened.get(), true, OpenTiers::close);
      } else if (open == null) {
        replace(OpenTiers.heap(heap), false, OpenTiers::close);
      }
    }
    failure = null;
  }

  private void replace(@Nullable OpenTiers next, boolean nextOnDisk, Consumer<OpenTiers> closing) {
    OpenTiers old;
    lock.writeLock().lock();
    try {
      old = open;
      if (next != null && nextOnDisk) {
        outstanding.makeUp(next);
      }
      if (old != null) {
        heapBefore = old.heap().after(heapBefore).closed();
        diskBefore = old.disk().after(diskBefore).closed();
      }
      open = next;
      onDisk = nextOnDisk;
    } catch (RuntimeException | InternalError e) {
      // What cannot be forgotten is not used.
      failed(e);
      old = next;
    } finally {
      lock.writeLock().unlock();
    }
    if (old != null) {
      try {
        closing.accept(old);
      } catch (RuntimeException | InternalError e) {
        LOG.debug("Kept pictures are lost", e);
      }
    }
  }

  /** Writes down what is kept, and ends the thread. */
  @Override
  public void close() {
    closed = true;
    waking.release();
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
