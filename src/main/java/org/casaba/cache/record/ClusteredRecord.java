package org.casaba.cache.record;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.casaba.cache.DerivativeRecord;
import org.casaba.plan.DerivativeKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps derivatives in the memory of a Terracotta server, by Ehcache's clustered tier: what one
 * server has rendered the others find. While the Terracotta server is not there nobody waits for
 * it: a thread of its own connects again and again. Writes in the background.
 */
public final class ClusteredRecord implements DerivativeRecord {
  private static final Logger LOG = LoggerFactory.getLogger(ClusteredRecord.class);
  private static final Duration LONGEST_READ = Duration.ofMillis(250);

  /** A server that has just started, or a network that is busy, is slow now and then. */
  private static final Circuit.Patience CALLS =
      new Circuit.Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final Circuit circuit;
  private final ClusterConnection connection;
  private final TimedCalls calls = new TimedCalls("casaba-cluster-read", LONGEST_READ);
  private final Backlog backlog = new Backlog("casaba-cluster-write", this::write);

  /**
   * Connects in the background.
   *
   * @param server as {@code terracotta://host:9410/casaba}
   * @param size bytes of its memory
   */
  public ClusteredRecord(URI server, long size) {
    circuit =
        new Circuit(
            new Circuit.Words(
                "Derivatives are not shared by "
                    + server
                    + ": {}. That is tried again every now"
                    + " and then; until it succeeds images are served without",
                "Derivatives are shared by " + server + " again"),
            CALLS,
            InstantSource.system());
    connection = new ClusterConnection(() -> Cluster.connect(server, size), circuit);
  }

  @Override
  public Optional<byte[]> find(DerivativeKey key) {
    Cluster cluster = usable();
    if (cluster == null) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    try {
      Optional<byte[]> found = calls.find(() -> cluster.get(key));
      finished(start);
      return found;
    } catch (IOException e) {
      connection.failed(reason(e));
      return Optional.empty();
    }
  }

  private @Nullable Cluster usable() {
    return circuit.isBroken() ? null : connection.cluster();
  }

  /** Where a call takes too long Ehcache says that there is nothing. */
  private void finished(long start) {
    if (System.nanoTime() - start < Cluster.LONGEST_CALL.toNanos()) {
      circuit.succeeded();
    } else {
      connection.failed("there is no answer in time");
    }
  }

  private static String reason(IOException e) {
    return String.valueOf(e.getMessage());
  }

  @Override
  public void keep(DerivativeKey key, byte[] picture) {
    if (usable() != null) {
      backlog.add(key, picture);
    }
  }

  private void write(DerivativeKey key, byte[] picture) {
    Cluster cluster = usable();
    if (cluster == null) {
      return;
    }
    long start = System.nanoTime();
    try {
      cluster.put(key, picture);
      finished(start);
    } catch (IOException e) {
      connection.failed(reason(e));
    }
  }

  @Override
  public long forget(String image) {
    return forget(image::equals);
  }

  @Override
  public long forgetAll() {
    return forget(_ -> true);
  }

  private long forget(Predicate<String> images) {
    backlog.drop(key -> images.test(key.image()));
    Cluster cluster = usable();
    try {
      return cluster == null ? 0 : cluster.remove(images);
    } catch (IOException e) {
      LOG.warn("Not all shared derivatives could be forgotten: {}", reason(e));
      connection.failed(reason(e));
      return 0;
    }
  }

  /** Ends the threads; keeps what waits if that takes no time. */
  @Override
  public void close() {
    backlog.close();
    calls.close();
    connection.close();
  }
}
