package org.casaba.cache.record;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.casaba.cache.EhcacheLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps up a connection: a thread of its own connects, and gives up a connection that has been
 * found broken for a new one. Thread-safe.
 */
final class ClusterConnection implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterConnection.class);

  /** How soon it is noticed that the connection is broken, or that it is time for a trial. */
  private static final Duration TICK = Duration.ofMillis(250);

  /** How long the server may take to say goodbye. */
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  /** How long threads may take to end after that. */
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final Connector connector;
  private final Circuit circuit;
  private final EhcacheLog log = new EhcacheLog();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** The threads of Ehcache and Terracotta are in it too, and some outlive a connection's end. */
  private final ThreadGroup group = new ThreadGroup("casaba-cluster");

  private final Thread thread;
  private volatile @Nullable Cluster cluster;

  ClusterConnection(Connector connector, Circuit circuit) {
    this.connector = connector;
    this.circuit = circuit;
    thread =
        Thread.ofPlatform()
            .group(group)
            .name("casaba-cluster")
            .daemon()
            .inheritInheritableThreadLocals(false)
            .start(this::run);
  }

  /** Connects. */
  @FunctionalInterface
  interface Connector {
    Cluster connect() throws IOException;
  }

  /** The connection, if there is one. */
  @Nullable Cluster cluster() {
    return cluster;
  }

  void failed(String reason) {
    if (closing.getCount() > 0) {
      circuit.failed(reason);
    }
  }

  private void run() {
    log.silence();
    try {
      do {
        attempt();
      } while (!closing.await(TICK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
      LOG.debug("{} is released", log);
    }
  }

  private void attempt() {
    if (circuit.isBroken()) {
      disconnect();
    }
    if (cluster == null && circuit.admits()) {
      try {
        cluster = connector.connect();
        circuit.succeeded();
      } catch (IOException | RuntimeException e) {
        failedForSure(String.valueOf(e.getMessage()));
      }
    }
  }

  private void failedForSure(String reason) {
    do {
      failed(reason);
    } while (!circuit.isBroken() && closing.getCount() > 0);
  }

  private void disconnect() {
    Cluster now = cluster;
    if (now != null) {
      if (circuit.isBroken()) {
        now.cut();
      }
      try {
        now.close();
      } catch (IOException e) {
        LOG.debug("The connection was broken", e);
      }
    }
    cluster = null;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      Cluster now = cluster;
      if (!thread.join(GOODBYE) && now != null) {
        now.cut();
      }
      long end = System.nanoTime() + CLOSING.toNanos();
      while (group.activeCount() > 0 && System.nanoTime() < end) {
        group.interrupt();
        Thread.sleep(20);
      }
      if (group.activeCount() > 0) {
        LOG.warn("A thread still waits for the Terracotta server, and ends when it has given up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
