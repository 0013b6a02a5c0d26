package org.casaba.cache;

import org.ehcache.config.ResourceUnit;
import org.ehcache.core.spi.store.Store;
import org.ehcache.core.spi.store.heap.SizeOfEngine;
import org.ehcache.core.spi.store.heap.SizeOfEngineProvider;
import org.ehcache.spi.service.Service;
import org.ehcache.spi.service.ServiceConfiguration;
import org.ehcache.spi.service.ServiceProvider;

/**
 * What kept pictures take in memory. Ehcache would find out by looking into private fields of the
 * Java library, which costs time and needs a flag; here it is known.
 */
@SuppressWarnings("deprecation") // there is no other way to bound the heap tier in bytes
final class EntrySizes implements SizeOfEngineProvider {
  /** Key, objects and the map's own entry. */
  private static final long AROUND = 400;

  @Override
  public SizeOfEngine createSizeOfEngine(
      ResourceUnit unit, ServiceConfiguration<?, ?>... configurations) {
    return new OfPictures();
  }

  private static final class OfPictures implements SizeOfEngine {
    @Override
    public <K, V> long sizeof(K key, Store.ValueHolder<V> holder) {
      return AROUND + (holder.get() instanceof Kept kept ? kept.picture().length : 0);
    }
  }

  @Override
  public void start(ServiceProvider<Service> services) {}

  @Override
  public void stop() {}
}
