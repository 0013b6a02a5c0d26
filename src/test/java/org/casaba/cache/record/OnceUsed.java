package org.casaba.cache.record;

import java.net.URI;
import org.casaba.plan.DerivativeKey;

/** Keeps one picture in a record. */
public final class OnceUsed {
  private OnceUsed() {}

  /** Opens a record, waits until a picture is in it, and closes it. */
  public static void use(URI server) throws Exception {
    DerivativeKey key = Pictures.key(1, 1);
    try (ClusteredRecord record = new ClusteredRecord(server, 16 << 20)) {
      Pictures.await(
          "kept",
          () -> {
            record.keep(key, Pictures.kept(key, 1000));
            return Pictures.find(record, key).isPresent();
          });
    }
  }
}
