package org.casaba.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.casaba.plan.DerivativeKey;

/** The pictures that have lately turned out too large to be held. Thread-safe. */
final class Oversized {
  private static final int MOST = 1000;

  private final SequencedMap<DerivativeKey, Boolean> keys =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DerivativeKey, Boolean> eldest) {
          return size() > MOST;
        }
      };

  synchronized void add(DerivativeKey key) {
    keys.put(key, true);
  }

  synchronized boolean contains(DerivativeKey key) {
    return keys.get(key) != null;
  }
}
