package org.casaba.cache;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.casaba.plan.DerivativeKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures in memory, on disk and, if there is one, in a record. A picture that several want at a
 * time is made by the first of them: the others get what it has made, and its failure too. It is
 * made in memory, so that no client that is slow, or goes away, keeps others waiting; what turns
 * out too large for that everybody makes on their own. Thread-safe.
 */
public final class EhcacheDerivatives implements DerivativeCache {
  private static final Logger LOG = LoggerFactory.getLogger(EhcacheDerivatives.class);

  /** How long somebody waits for a picture that another makes. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What part of the server's memory pictures may take: those kept, and those being made. */
  private static final int SHARE = 8;

  private final @Nullable Tiers tiers;
  private final DerivativeRecord kept;
  private final InstantSource clock;

  /** Milliseconds. */
  private final long life;

  private final int most;
  private final Semaphore memory;
  private final ConcurrentMap<DerivativeKey, Flight> underway = new ConcurrentHashMap<>();
  private final Oversized oversized = new Oversized();

  private final LongAdder recorded = new LongAdder();
  private final LongAdder joined = new LongAdder();
  private final LongAdder missed = new LongAdder();

  /** Counts what has been forgotten: what was begun before is not kept. */
  private final AtomicLong oblivion = new AtomicLong();

  private EhcacheDerivatives(
      DerivativeSettings settings, DerivativeRecord kept, InstantSource clock) {
    long share = Runtime.getRuntime().maxMemory() / SHARE;
    long heap = Math.min(settings.heap(), share);
    this.most = (int) Math.min(Math.min(settings.maxEntry(), heap / 2), Integer.MAX_VALUE / 2);
    this.memory = new Semaphore((int) Math.min(share >> 10, Integer.MAX_VALUE));
    this.tiers = settings.enabled() ? Tiers.start(settings, heap, clock) : null;
    this.kept = kept;
    this.clock = clock;
    this.life = settings.ttl().toMillis();
  }

  /**
   * As the settings say. If nothing is to be kept, what several want at a time is still made once.
   *
   * @param kept where else pictures are found and kept, even if none are here; closed with this
   */
  public static EhcacheDerivatives open(
      DerivativeSettings settings, DerivativeRecord kept, InstantSource clock) {
    return new EhcacheDerivatives(settings, kept, clock);
  }

  @Override
  public Optional<byte[]> picture(DerivativeKey key, Drawing drawing, OutputStream large)
      throws IOException {
    while (true) {
      Optional<byte[]> found = found(key);
      if (found.isPresent()) {
        return found;
      }
      if (oversized.contains(key)) {
        return alone(drawing, large);
      }
      Flight own = new Flight();
      Flight other = underway.putIfAbsent(key, own);
      if (other == null) {
        return lead(own, key, drawing, large);
      }
      switch (landing(other)) {
        case Flight.Whole(byte[] picture) -> {
          joined.increment();
          return Optional.of(picture);
        }
        case Flight.Elsewhere() -> {
          return alone(drawing, large);
        }
        case Flight.Failed(Throwable reason) -> {
          if (!wasStopped(reason)) {
            throw rethrown(reason);
          }
          LOG.debug("Another was stopped while it made a picture", reason);
        }
      }
    }
  }

  private Optional<byte[]> found(DerivativeKey key) {
    return tiers == null ? Optional.empty() : tiers.find(key);
  }

  private Optional<byte[]> alone(Drawing drawing, OutputStream large) throws IOException {
    drawing.writeTo(large);
    missed.increment();
    return Optional.empty();
  }

  private static Flight.Landing landing(Flight other) throws IOException {
    try {
      return other.await(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another thread makes the picture");
    }
  }

  /** Makes it, for the others too. */
  private Optional<byte[]> lead(Flight own, DerivativeKey key, Drawing drawing, OutputStream large)
      throws IOException {
    try {
      Optional<byte[]> made = kept(key);
      if (made.isEmpty()) {
        made = made(own, key, drawing, large);
      }
      own.land(made.<Flight.Landing>map(Flight.Whole::new).orElseGet(Flight.Elsewhere::new));
      return made;
    } catch (Throwable e) {
      own.land(new Flight.Failed(e));
      throw e;
    } finally {
      underway.remove(key, own);
    }
  }

  /** What another has just made, or the record has. */
  private Optional<byte[]> kept(DerivativeKey key) {
    Optional<byte[]> found = found(key);
    if (found.isPresent()) {
      return found;
    }
    long before = oblivion.get();
    Optional<Kept> shared = kept.find(key, clock.millis() - life);
    shared.ifPresent(each -> {
      LOG.debug("{} has been found in the record", key.digest());
      recorded.increment();
      put(key, each, before);
    });
    return shared.map(Kept::picture);
  }

  private Optional<byte[]> made(Flight own, DerivativeKey key, Drawing drawing, OutputStream large)
      throws IOException {
    long before = oblivion.get();
    HeldPicture.Beyond beyond =
        tooLarge -> {
          if (tooLarge) {
            oversized.add(key);
          }
          own.land(new Flight.Elsewhere());
          underway.remove(key, own);
          return large;
        };
    try (HeldPicture held = new HeldPicture(most, memory, beyond)) {
      drawing.writeTo(held);
      missed.increment();
      Optional<byte[]> whole = held.whole();
      whole.ifPresent(picture -> {
        LOG.debug("{} has been made: {} bytes", key.digest(), picture.length);
        own.land(new Flight.Whole(picture));
        Kept made = new Kept(clock.millis(), picture);
        put(key, made, before);
        if (before == oblivion.get()) {
          kept.keep(key, made);
        }
      });
      return whole;
    }
  }

  private void put(DerivativeKey key, Kept made, long before) {
    if (tiers != null && before == oblivion.get()) {
      tiers.put(key, made);
      if (before != oblivion.get()) {
        tiers.remove(key);
      }
    }
  }

  private static boolean wasStopped(Throwable reason) {
    return reason instanceof ClosedByInterruptException || reason instanceof InterruptedIOException;
  }

  private static AssertionError rethrown(Throwable reason) throws IOException {
    switch (reason) {
      case IOException failure -> throw failure;
      case RuntimeException bug -> throw bug;
      case Error grave -> throw grave;
      default -> throw new AssertionError(reason);
    }
  }

  /** Whether pictures are kept on disk now. */
  public boolean isOnDisk() {
    return tiers != null && tiers.isOnDisk();
  }

  @Override
  public CacheState state() {
    return new CacheState(
        tiers == null ? CacheState.Tier.NONE : tiers.heap(),
        tiers == null ? CacheState.Tier.NONE : tiers.disk(),
        recorded.sum(),
        joined.sum(),
        missed.sum());
  }

  @Override
  public List<Depot> depots() {
    return Stream.concat(
            Stream.ofNullable(tiers).flatMap(each -> each.depot().stream()), kept.depots().stream())
        .toList();
  }

  @Override
  public Forgotten forget(String image) {
    oblivion.incrementAndGet();
    // Whoever asks from now on does not join those who have begun before.
    underway.keySet().removeIf(key -> key.image().equals(image));
    Forgotten here = tiers == null ? Forgotten.NOTHING : tiers.forget(image);
    return here.beside(kept.forget(image));
  }

  @Override
  public Forgotten forgetAll() {
    oblivion.incrementAndGet();
    underway.clear();
    Forgotten here = tiers == null ? Forgotten.NOTHING : tiers.forgetAll();
    return here.beside(kept.forgetAll());
  }

  @Override
  public Forgotten forgetExpired() {
    Forgotten here = tiers == null ? Forgotten.NOTHING : tiers.forgetExpired();
    return here.beside(kept.forgetBefore(clock.millis() - life));
  }

  @Override
  public void close() {
    kept.close();
    if (tiers != null) {
      tiers.close();
    }
  }
}
