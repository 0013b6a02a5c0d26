package org.casaba.cache.record;

import java.util.Map;
import org.ehcache.Cache;
import org.ehcache.spi.resilience.ResilienceStrategy;
import org.ehcache.spi.resilience.StoreAccessException;

/**
 * Tells that the cluster could not be reached, where Ehcache's own strategy would say that there is
 * nothing, and call the cluster once more to clear up.
 */
final class StrictAccess implements ResilienceStrategy<String, byte[]> {

  /** The cluster could not be reached. */
  static final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreachableException(StoreAccessException cause) {
      super(cause);
    }
  }

  @Override
  public byte[] getFailure(String key, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public boolean containsKeyFailure(String key, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public void putFailure(String key, byte[] value, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public void removeFailure(String key, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public void clearFailure(StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public Cache.Entry<String, byte[]> iteratorFailure(StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public byte[] putIfAbsentFailure(String key, byte[] value, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public boolean removeFailure(String key, byte[] value, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public byte[] replaceFailure(String key, byte[] value, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public boolean replaceFailure(String key, byte[] old, byte[] value, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public Map<String, byte[]> getAllFailure(
      Iterable<? extends String> keys, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public void putAllFailure(
      Map<? extends String, ? extends byte[]> entries, StoreAccessException e) {
    throw new UnreachableException(e);
  }

  @Override
  public void removeAllFailure(Iterable<? extends String> keys, StoreAccessException e) {
    throw new UnreachableException(e);
  }
}
