package org.casaba.cache;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which Ehcache gives back pages of its files. It belongs to a class, not to a cache,
 * and nobody ends it: it would hold a web application's class loader for ever. So it is made to end
 * by itself when it has had nothing to do for a moment.
 */
final class EhcacheThreads {
  private static final Logger LOG = LoggerFactory.getLogger(EhcacheThreads.class);
  private static final String OWNER =
      "org.ehcache.shadow.org.terracotta.offheapstore.disk.paging.MappedPageSource";
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private EhcacheThreads() {}

  /** From now on the thread ends when it is idle. */
  static void endWhenIdle() {
    try {
      ScheduledThreadPoolExecutor executor = executor();
      executor.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
      executor.allowCoreThreadTimeOut(true);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("Ehcache has another inside", e);
    }
  }

  /** Waits until the thread has ended. */
  static void await() {
    try {
      ScheduledThreadPoolExecutor executor = executor();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (executor.getPoolSize() > 0 && System.nanoTime() < end) {
        Thread.sleep(IDLE.toMillis() / 2);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("Ehcache has another inside", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ScheduledThreadPoolExecutor executor() throws ReflectiveOperationException {
    Field retryer = Class.forName(OWNER).getDeclaredField("ASYNC_FLUSH_EXECUTOR");
    retryer.setAccessible(true);
    Object owner = retryer.get(null);
    if (owner == null) {
      throw new NoSuchFieldException(OWNER);
    }
    Field executor = owner.getClass().getDeclaredField("executor");
    executor.setAccessible(true);
    return executor.get(owner) instanceof ScheduledThreadPoolExecutor found
        ? found
        : throwing(executor);
  }

  private static ScheduledThreadPoolExecutor throwing(Field field) throws NoSuchFieldException {
    throw new NoSuchFieldException(field.getName());
  }
}
