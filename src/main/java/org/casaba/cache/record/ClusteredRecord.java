package org.casaba.cache.record;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.casaba.cache.Depot;
import org.casaba.cache.DerivativeRecord;
import org.casaba.cache.Forgotten;
import org.casaba.cache.Kept;
import org.casaba.plan.DerivativeKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps derivatives in the memory of a Terracotta server, by Ehcache's clustered tier: what one
 * server has rendered the others find. While the Terracotta server is not there nobody waits for
 * it: a thread of its own connects again and again. Writes in the background.
 */
public final class ClusteredRecord implements DerivativeRecord {
  private static final Duration LONGEST_READ = Duration.ofMillis(200);
  private static final Duration LONGEST_START = Duration.ofSeconds(5);

  /** A server that has just started, or a network that is busy, is slow now and then. */
  private static final Circuit.Patience CALLS =
      new Circuit.Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final URI server;
  private final Circuit circuit;
  private final long size;
  private final ClusterConnection connection;
  private final TimedCalls calls = new TimedCalls("casaba-cluster-read", LONGEST_READ);
  private final Backlog backlog = new Backlog("casaba-cluster-write", new Writing());

  /**
   * Connects in the background.
   *
   * @param server as {@code terracotta://host:9410/casaba}
   * @param size bytes of its memory
   */
  public ClusteredRecord(URI server, long size) {
    this.server = server;
    this.size = size;
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
  public Optional<Kept> find(DerivativeKey key, long after) {
    Cluster cluster = usable();
    if (cluster == null) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    try {
      Optional<Kept> found = calls.find(() -> cluster.get(key));
      finished(start);
      return found.filter(kept -> kept.since() >= after);
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
  public void keep(DerivativeKey key, Kept kept) {
    if (usable() != null) {
      backlog.add(key, kept);
    }
  }

  private final class Writing implements Backlog.Writer {
    @Override
    public void write(DerivativeKey key, Kept kept) {
      use(cluster -> cluster.put(key, kept));
    }

    @Override
    public void remove(DerivativeKey key) {
      use(cluster -> cluster.remove(key));
    }
  }

  @FunctionalInterface
  private interface Use {
    void of(Cluster cluster) throws IOException;
  }

  private void use(Use use) {
    Cluster cluster = usable();
    if (cluster == null) {
      return;
    }
    long start = System.nanoTime();
    try {
      use.of(cluster);
      finished(start);
    } catch (IOException e) {
      connection.failed(reason(e));
    }
  }

  @Override
  public Forgotten forget(String image) {
    backlog.drop();
    return removeIf((of, _) -> of.equals(image));
  }

  @Override
  public Forgotten forgetAll() {
    backlog.drop();
    return removeIf((_, _) -> true);
  }

  @Override
  public Forgotten forgetBefore(long time) {
    return removeIf((_, kept) -> kept.since() < time);
  }

  private Forgotten removeIf(BiPredicate<String, Kept> which) {
    Cluster cluster = awaited();
    if (cluster == null) {
      return unforgotten("it does not answer");
    }
    try {
      return Forgotten.of(cluster.removeIf(which));
    } catch (IOException e) {
      connection.failed(reason(e));
      return unforgotten(reason(e));
    }
  }

  private Forgotten unforgotten(String reason) {
    return new Forgotten(
        0, List.of("Not all pictures shared by " + server + " are forgotten: " + reason + "."));
  }

  /** Unlike others, who forgets waits for the connection to be made at the start. */
  private @Nullable Cluster awaited() {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (usable() == null && !circuit.isBroken() && System.nanoTime() < end) {
      try {
        Thread.sleep(LONGEST_START.toMillis() / 200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return usable();
  }

  @Override
  public List<Depot> depots() {
    String trouble = circuit.trouble();
    String obstacle =
        !trouble.isEmpty()
            ? "is given up for now: " + trouble
            : usable() == null ? "is being connected to" : "";
    return List.of(new Depot("Record", server.toString(), -1, size, obstacle));
  }

  /** Ends the threads; keeps what waits if that takes no time. */
  @Override
  public void close() {
    backlog.close();
    calls.close();
    connection.close();
  }
}
