package org.casaba.cache.record;

import com.tc.properties.TCPropertiesConsts;
import com.tc.properties.TCPropertiesImpl;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.casaba.cache.Kept;
import org.casaba.cache.KeptBytes;
import org.casaba.plan.DerivativeKey;
import org.ehcache.Cache;
import org.ehcache.CacheManager;
import org.ehcache.Status;
import org.ehcache.clustered.client.config.builders.ClusteredResourcePoolBuilder;
import org.ehcache.clustered.client.config.builders.ClusteringServiceConfigurationBuilder;
import org.ehcache.clustered.client.config.builders.TimeoutsBuilder;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.config.units.MemoryUnit;
import org.ehcache.core.internal.resilience.ThrowingResilienceStrategy;

/** A connection to the Terracotta server, and the cache there. Thread-safe. */
final class Cluster implements Closeable {
  /** How long a call takes at most. */
  static final Duration LONGEST_CALL = Duration.ofMillis(150);

  private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(3);

  /** Changes when what lies there cannot be read any more. */
  private static final String NAME = "derivatives-1";

  /** What the server's configuration calls the memory. */
  private static final String RESOURCE = "main";

  private final CacheManager manager;
  private final Cache<String, Kept> cache;
  private final Plug plug;

  private Cluster(CacheManager manager, Cache<String, Kept> cache, Plug plug) {
    this.manager = manager;
    this.cache = cache;
    this.plug = plug;
  }

  /**
   * Connects, and makes the cache there unless it is there already.
   *
   * @param size bytes of the server's memory, if the cache is made
   */
  static Cluster connect(URI server, long size) throws IOException {
    // Its thread would stay for five seconds after the end; whether the server answers shows.
    TCPropertiesImpl.getProperties()
        .setProperty(TCPropertiesConsts.L1_HEALTHCHECK_L2_PING_ENABLED, "false");
    Plug plug = new Plug();
    CacheManager manager = manager(server, size, plug);
    try {
      manager.init();
      Cache<String, Kept> cache = manager.getCache(NAME, String.class, Kept.class);
      if (cache == null) {
        throw new IOException("the cache is not there");
      }
      return new Cluster(manager, cache, plug);
    } catch (RuntimeException e) {
      if (manager.getStatus() != Status.UNINITIALIZED) {
        manager.close();
      }
      throw failure(e);
    }
  }

  private static CacheManager manager(URI server, long size, Plug plug) {
    return CacheManagerBuilder.newCacheManagerBuilder()
        .using(plug)
        .with(
            ClusteringServiceConfigurationBuilder.cluster(server)
                .timeouts(
                    TimeoutsBuilder.timeouts()
                        .read(LONGEST_CALL)
                        .write(LONGEST_CALL)
                        .connection(LONGEST_CONNECTING))
                .autoCreateOnReconnect(configuration -> configuration))
        .withCache(
            NAME,
            CacheConfigurationBuilder.newCacheConfigurationBuilder(
                    String.class,
                    Kept.class,
                    ResourcePoolsBuilder.newResourcePoolsBuilder()
                        .with(
                            ClusteredResourcePoolBuilder.clusteredDedicated(
                                RESOURCE, size, MemoryUnit.B)))
                .withValueSerializer(new KeptBytes())
                // Ehcache's usual one would say that there is nothing, and call once more.
                .withResilienceStrategy(new ThrowingResilienceStrategy<>()))
        .build(false);
  }

  /** The innermost reason that says something. */
  private static IOException failure(RuntimeException e) {
    String reason = e.getClass().getSimpleName();
    for (Throwable each = e; each != null; each = each.getCause()) {
      String said = each.getMessage();
      if (said != null && !said.isBlank()) {
        reason = said.lines().findFirst().orElse(said);
      }
    }
    return new IOException(reason, e);
  }

  Optional<Kept> get(DerivativeKey key) throws IOException {
    try {
      return Optional.ofNullable(cache.get(name(key)));
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  void put(DerivativeKey key, Kept kept) throws IOException {
    try {
      cache.put(name(key), kept);
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  void remove(DerivativeKey key) throws IOException {
    try {
      cache.remove(name(key));
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  /**
   * Removes pictures; how many. All that there is comes over the network for that.
   *
   * @param which told of each picture's {@link DerivativeKey#image()}
   */
  long removeIf(BiPredicate<String, Kept> which) throws IOException {
    long removed = 0;
    try {
      for (Cache.Entry<String, Kept> each : cache) {
        String name = each.getKey();
        if (which.test(name.substring(0, name.indexOf('/')), each.getValue())) {
          cache.remove(name);
          removed++;
        }
      }
    } catch (RuntimeException e) {
      throw failure(e);
    }
    return removed;
  }

  private static String name(DerivativeKey key) {
    return key.image() + "/" + key.digest();
  }

  /** Calls that wait for an answer fail, {@link #close} too; nothing works any more. */
  void cut() {
    plug.pull();
  }

  /** Waits for the server's answer. */
  @Override
  public void close() throws IOException {
    try {
      manager.close();
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }
}
