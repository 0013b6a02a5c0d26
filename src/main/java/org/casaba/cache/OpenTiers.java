package org.casaba.cache;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
import org.ehcache.core.statistics.TierStatistics;
import org.jspecify.annotations.Nullable;

/** An open cache of Ehcache. Thread-safe, but not to be used while it is being closed. */
final class OpenTiers {
  /** Changes when what lies on disk cannot be read any more. */
  private static final String ALIAS = "derivatives-1";

  private final CacheManager manager;
  private final DefaultStatisticsService statistics;
  private final Cache<String, Kept> cache;
  private final long heap;
  private final long disk;

  private OpenTiers(
      CacheManager manager, DefaultStatisticsService statistics, long heap, long disk) {
    this.heap = heap;
    this.disk = disk;
    this.manager = manager;
    this.statistics = statistics;
    this.cache = manager.getCache(ALIAS, String.class, Kept.class);
  }

  /** In memory alone. */
  static OpenTiers heap(long bytes) {
    return open(bytes, 0, null);
  }

  /**
   * In memory, before a folder of a disk.
   *
   * @param disk bytes, more than {@code heap}
   * @throws RuntimeException if the folder cannot be used; the causes say why
   */
  static OpenTiers disk(long heap, Path folder, long disk) {
    return open(heap, disk, folder);
  }

  @SuppressWarnings("deprecation") // see EntrySizes
  private static ResourcePoolsBuilder heapPool(long bytes) {
    return ResourcePoolsBuilder.newResourcePoolsBuilder().heap(bytes, MemoryUnit.B);
  }

  private static OpenTiers open(long heap, long disk, @Nullable Path folder) {
    ResourcePoolsBuilder pools =
        folder == null ? heapPool(heap) : heapPool(heap).disk(disk, MemoryUnit.B, true);
    DefaultStatisticsService statistics = new DefaultStatisticsService();
    CacheManagerBuilder<CacheManager> builder =
        CacheManagerBuilder.newCacheManagerBuilder()
            .withClassLoader(OpenTiers.class.getClassLoader())
            .using(new EntrySizes())
            .using(statistics)
            .withCache(
                ALIAS,
                CacheConfigurationBuilder.newCacheConfigurationBuilder(
                        String.class, Kept.class, pools)
                    .withValueSerializer(new KeptBytes())
                    .withExpiry(ExpiryPolicyBuilder.noExpiration()));
    CacheManager manager =
        folder == null
            ? builder.build()
            : builder.with(CacheManagerBuilder.persistence(folder.toFile())).build();
    manager.init();
    return new OpenTiers(manager, statistics, heap, disk);
  }

  private static String name(DerivativeKey key) {
    return key.image() + key.digest();
  }

  Optional<Kept> find(DerivativeKey key) {
    return Optional.ofNullable(cache.get(name(key)));
  }

  void put(DerivativeKey key, Kept kept) {
    cache.put(name(key), kept);
  }

  void remove(DerivativeKey key) {
    cache.remove(name(key));
  }

  /**
   * Removes pictures.
   *
   * @param which told of each picture's {@link DerivativeKey#image()}
   * @return how many there were
   */
  long removeIf(BiPredicate<String, Kept> which) {
    int digits = 32;
    long removed = 0;
    for (Cache.Entry<String, Kept> each : cache) {
      if (which.test(each.getKey().substring(0, digits), each.getValue())) {
        cache.remove(each.getKey());
        removed++;
      }
    }
    return removed;
  }

  long clear() {
    long before = size();
    cache.clear();
    return before;
  }

  /** How many pictures there are. */
  long size() {
    Map<String, TierStatistics> tiers = statistics.getCacheStatistics(ALIAS).getTierStatistics();
    return tiers.values().stream().mapToLong(TierStatistics::getMappings).max().orElse(0);
  }

  /** What is in memory, and has been found there. */
  CacheState.Tier heap() {
    return tier("OnHeap", heap);
  }

  /** The same of the disk. */
  CacheState.Tier disk() {
    return tier("Disk", disk);
  }

  private CacheState.Tier tier(String name, long most) {
    TierStatistics told = statistics.getCacheStatistics(ALIAS).getTierStatistics().get(name);
    return told == null
        ? CacheState.Tier.NONE
        : new CacheState.Tier(
            Math.max(0, told.getMappings()),
            Math.max(0, told.getOccupiedByteSize()),
            most,
            told.getHits(),
            told.getEvictions());
  }

  /**
   * Writes down what is in memory only.
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
        files.destroyCache(ALIAS);
      }
    } catch (CachePersistenceException e) {
      throw new IllegalStateException(e);
    } finally {
      manager.close();
    }
  }
}
