package org.casaba.cache.record;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.ehcache.clustered.client.service.ClusteringService;
import org.ehcache.spi.service.Service;
import org.ehcache.spi.service.ServiceDependencies;
import org.ehcache.spi.service.ServiceProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * To be pulled when a Terracotta server does not answer. Ehcache ends a connection by asking the
 * server, and waits for the answer until the lease is over, which takes minutes; it has no other
 * way, so that the connection below it is looked for in its inside. Thread-safe.
 */
@ServiceDependencies(ClusteringService.class)
final class Plug implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(Plug.class);

  private volatile @Nullable ClusteringService clustering;

  @Override
  public void start(ServiceProvider<Service> services) {
    clustering = services.getService(ClusteringService.class);
  }

  @Override
  public void stop() {}

  /** Whoever waits for an answer gets an exception. */
  void pull() {
    ClusteringService now = clustering;
    if (now == null) {
      return;
    }
    try {
      Object leased = answer(answer(now, "getConnectionState"), "getConnection");
      if (leased != null && field(leased, "base") instanceof Closeable connection) {
        connection.close();
      }
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      LOG.debug("The connection could not be cut", e);
    }
  }

  private static @Nullable Object answer(@Nullable Object of, String name)
      throws ReflectiveOperationException {
    if (of == null) {
      return null;
    }
    Method method = of.getClass().getMethod(name);
    method.setAccessible(true);
    return method.invoke(of);
  }

  private static @Nullable Object field(Object of, String name)
      throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
