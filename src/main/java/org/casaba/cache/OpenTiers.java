package org.casaba.cache;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;
import org.casaba.plan.DerivativeKey;
import org.ehcache.Cache;
import org.ehcache.CacheManager;
import org.ehcache.CachePersistenceException;
import org.ehcache.PersistentCacheManager;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ExpiryPolicyBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.config.units.MemoryUnit;
import org.ehcache.core.internal.statistics.DefaultStatisticsService;
import org.jspecify.annotations.Nullable;

/**
 * Open caches of Ehcache, one in memory and perhaps one on disk. What is found on disk is put into
 * memory too. Ehcache would do that by itself with one cache of two tiers; but then it writes to
 * the disk whenever something leaves the memory, and reading costs a third more. Thread-safe, but
 * not to be used while it is being closed.
 */
final class OpenTiers {
  private static final String MEMORY = "memory";

  /** Changes when what lies on disk cannot be read any more. */
  private static final String DISK = "derivatives-1";

  private final CacheManager manager;
  private final DefaultStatisticsService statistics;
  private final Cache<String, Kept> memory;
  private final @Nullable Cache<String, Kept> files;
  private final long heap;
  private final long disk;

  /** Counts removals: what has been read from disk before one does not go into memory after it. */
  private final AtomicLong removals = new AtomicLong();

  private final LongAdder foundInMemory = new LongAdder();
  private final LongAdder foundOnDisk = new LongAdder();

  private OpenTiers(
      CacheManager manager, DefaultStatisticsService statistics, long heap, long disk) {
    this.heap = heap;
    this.disk = disk;
    this.manager = manager;
    this.statistics = statistics;
    this.memory = manager.getCache(MEMORY, String.class, Kept.class);
    this.files = disk == 0 ? null : manager.getCache(DISK, String.class, Kept.class);
  }

  /** In memory alone. */
  static OpenTiers heap(long bytes) {
    DefaultStatisticsService statistics = new DefaultStatisticsService();
    CacheManager manager = memory(bytes, statistics).build();
    manager.init();
    return new OpenTiers(manager, statistics, bytes, 0);
  }

  /**
   * In memory, before a folder of a disk.
   *
   * @param disk bytes, more than {@code heap}
   * @throws RuntimeException if the folder cannot be used; the causes say why
   */
  static OpenTiers disk(long heap, Path folder, long disk) {
    DefaultStatisticsService statistics = new DefaultStatisticsService();
    CacheManager manager =
        memory(heap, statistics)
            .withCache(
                DISK,
                caching(
                        ResourcePoolsBuilder.newResourcePoolsBuilder()
                            .disk(disk, MemoryUnit.B, true))
                    .withValueSerializer(new KeptBytes()))
            .with(CacheManagerBuilder.persistence(folder.toFile()))
            .build();
    manager.init();
    return new OpenTiers(manager, statistics, heap, disk);
  }

  @SuppressWarnings("deprecation") // see EntrySizes
  private static CacheManagerBuilder<CacheManager> memory(
      long bytes, DefaultStatisticsService statistics) {
    return CacheManagerBuilder.newCacheManagerBuilder()
        .withClassLoader(OpenTiers.class.getClassLoader())
        .using(new EntrySizes())
        .using(statistics)
        .withCache(
            MEMORY,
            caching(ResourcePoolsBuilder.newResourcePoolsBuilder().heap(bytes, MemoryUnit.B)));
  }

  private static CacheConfigurationBuilder<String, Kept> caching(ResourcePoolsBuilder pools) {
    return CacheConfigurationBuilder.newCacheConfigurationBuilder(String.class, Kept.class, pools)
        .withExpiry(ExpiryPolicyBuilder.noExpiration());
  }

  private static String name(DerivativeKey key) {
    return key.image() + key.digest();
  }

  Optional<Kept> find(DerivativeKey key) {
    String name = name(key);
    Kept kept = memory.get(name);
    if (kept != null) {
      foundInMemory.increment();
    } else if (files != null) {
      kept = fetched(name, files);
    }
    return Optional.ofNullable(kept);
  }

  private @Nullable Kept fetched(String name, Cache<String, Kept> from) {
    long before = removals.get();
    Kept kept = from.get(name);
    if (kept != null) {
      foundOnDisk.increment();
      memory.put(name, kept);
      if (before != removals.get()) {
        memory.remove(name);
      }
    }
    return kept;
  }

  void put(DerivativeKey key, Kept kept) {
    String name = name(key);
    if (files != null) {
      files.put(name, kept);
    }
    memory.put(name, kept);
  }

  void remove(DerivativeKey key) {
    String name = name(key);
    if (files != null) {
      files.remove(name);
    }
    removals.incrementAndGet();
    memory.remove(name);
  }

  /**
   * Removes pictures.
   *
   * @param which told of each picture's {@link DerivativeKey#image()}
   * @return how many there were
   */
  long removeIf(BiPredicate<String, Kept> which) {
    long removed = files == null ? 0 : removeIf(which, files);
    removals.incrementAndGet();
    return removed + removeIf(which, memory);
  }

  private long removeIf(BiPredicate<String, Kept> which, Cache<String, Kept> from) {
    int digits = 32;
    long removed = 0;
    for (Cache.Entry<String, Kept> each : from) {
      if (which.test(each.getKey().substring(0, digits), each.getValue())) {
        from.remove(each.getKey());
        memory.remove(each.getKey());
        removed++;
      }
    }
    return removed;
  }

  long clear() {
    long before = Math.max(heap().entries(), disk().entries());
    if (files != null) {
      files.clear();
    }
    removals.incrementAndGet();
    memory.clear();
    return before;
  }

  /** What is in memory, and has been found there. */
  CacheState.Tier heap() {
    return tier(MEMORY, heap, foundInMemory.sum());
  }

  /** The same of the disk. */
  CacheState.Tier disk() {
    return files == null ? CacheState.Tier.NONE : tier(DISK, disk, foundOnDisk.sum());
  }

  /** Each cache has one tier. */
  private CacheState.Tier tier(String cache, long most, long found) {
    return statistics.getCacheStatistics(cache).getTierStatistics().values().stream()
        .findFirst()
        .map(told ->
            new CacheState.Tier(
                Math.max(0, told.getMappings()),
                Math.max(0, told.getOccupiedByteSize()),
                most,
                found,
                told.getEvictions()))
        .orElse(CacheState.Tier.NONE);
  }

  /**
   * Writes down the index of what is on disk.
   *
   * @throws RuntimeException if that is not possible
   */
  void close() {
    manager.close();
  }

  /**
   * Closes, and leaves nothing behind.
   *
   * @throws RuntimeException if that is not possible
   */
  void destroy() {
    try {
      if (manager instanceof PersistentCacheManager files) {
        files.destroyCache(DISK);
      }
    } catch (CachePersistenceException e) {
      throw new IllegalStateException(e);
    } finally {
      manager.close();
    }
  }
}
