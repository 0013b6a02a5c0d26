package org.casaba.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.casaba.cache.CacheState;
import org.casaba.cache.Depot;
import org.casaba.cache.DerivativeCache;
import org.casaba.cache.DerivativeSettings;
import org.casaba.cache.EhcacheDerivatives;
import org.casaba.cache.Forgotten;
import org.casaba.cache.record.DerivativeRecords;
import org.casaba.cache.record.RecordSettings;
import org.casaba.config.Settings;
import org.casaba.plan.DerivativeKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What outlives a configuration: where files may be kept, and the derivatives that have been kept,
 * which the next application goes on with if it wants them kept in the same way. They are closed
 * with the last application that has them. Thread-safe.
 */
final class Storeroom {
  private static final Logger LOG = LoggerFactory.getLogger(Storeroom.class);

  private final @Nullable Path folder;
  private @Nullable Shared latest;

  /**
   * @param folder where files may be kept that are there with the next start; null for nowhere, for
   *     one who serves nobody: then no derivatives are kept either
   */
  Storeroom(@Nullable Path folder) {
    this.folder = folder;
  }

  @Nullable Path folder() {
    return folder;
  }

  /** Tells where things are kept, unless nobody is served. */
  void log(Settings settings) {
    if (folder != null) {
      LOG.info(
          "{}",
          new KeptPlaces(
              settings.derivatives().below(folder),
              settings.record(),
              settings.pyramids().below(folder)));
    }
  }

  /** How derivatives are kept: what of it is equal is shared. */
  private record Keeping(DerivativeSettings here, RecordSettings elsewhere) {
    private DerivativeCache open() {
      return EhcacheDerivatives.open(here, DerivativeRecords.of(elsewhere), InstantSource.system());
    }
  }

  /** Derivatives that are kept as the settings say; to be closed by each who asks. */
  synchronized DerivativeCache derivatives(DerivativeSettings here, RecordSettings elsewhere) {
    if (folder == null) {
      return DerivativeCache.NONE;
    }
    Keeping wanted = new Keeping(here.below(folder), elsewhere);
    Shared shared = latest;
    if (shared == null || shared.users == 0 || !shared.keeping.equals(wanted)) {
      shared = new Shared(wanted);
      latest = shared;
    }
    shared.users++;
    return new Share(shared);
  }

  private synchronized boolean isLast(Shared shared) {
    shared.users--;
    return shared.users == 0;
  }

  /** What several applications have. */
  private static final class Shared {
    private final Keeping keeping;
    private final DerivativeCache cache;
    private int users;

    private Shared(Keeping keeping) {
      this.keeping = keeping;
      this.cache = keeping.open();
    }
  }

  /** What one of them has of it. */
  private final class Share implements DerivativeCache {
    private final Shared shared;
    private boolean closed;

    private Share(Shared shared) {
      this.shared = shared;
    }

    @Override
    public Optional<byte[]> picture(DerivativeKey key, Drawing drawing, OutputStream large)
        throws IOException {
      return shared.cache.picture(key, drawing, large);
    }

    @Override
    public Forgotten forget(String image) {
      return shared.cache.forget(image);
    }

    @Override
    public Forgotten forgetAll() {
      return shared.cache.forgetAll();
    }

    @Override
    public Forgotten forgetExpired() {
      return shared.cache.forgetExpired();
    }

    @Override
    public CacheState state() {
      return shared.cache.state();
    }

    @Override
    public List<Depot> depots() {
      return shared.cache.depots();
    }

    @Override
    public synchronized void close() {
      if (!closed && isLast(shared)) {
        shared.cache.close();
      }
      closed = true;
    }
  }
}
