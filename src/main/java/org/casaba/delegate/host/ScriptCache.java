package org.casaba.delegate.host;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plain values that scripts keep for a while. Bounded: what has not been read for longest goes
 * first. Thread-safe.
 */
final class ScriptCache {
  private static final long MOST_BYTES = 16 << 20;

  private record Entry(@Nullable Object value, long bytes, long expiry) {}

  private final int mostEntries;
  private final LongSupplier nanoTime;
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * An empty cache.
   *
   * @param nanoTime a clock of nanoseconds that never goes back
   */
  ScriptCache(int mostEntries, LongSupplier nanoTime) {
    this.mostEntries = mostEntries;
    this.nanoTime = nanoTime;
  }

  /** The value of that key; null if there is none, or it has expired. */
  @Nullable Object get(String key) {
    return get(key, null);
  }

  /** The value of that key; the other one if there is none, or it has expired. */
  synchronized @Nullable Object get(String key, @Nullable Object otherwise) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return otherwise;
    }
    if (entry.expiry - nanoTime.getAsLong() <= 0) {
      remove(key);
      return otherwise;
    }
    return entry.value;
  }

  /** Keeps a value that nobody will change, for so long at most. */
  synchronized void put(String key, @Nullable Object value, Duration life) {
    remove(key);
    Entry entry =
        new Entry(value, weight(key) + weight(value), nanoTime.getAsLong() + life.toNanos());
    entries.put(key, entry);
    bytes += entry.bytes;
    Iterator<Entry> oldest = entries.values().iterator();
    while (entries.size() > mostEntries || bytes > MOST_BYTES) {
      bytes -= oldest.next().bytes;
      oldest.remove();
    }
  }

  synchronized void remove(String key) {
    Entry entry = entries.remove(key);
    if (entry != null) {
      bytes -= entry.bytes;
    }
  }

  /** Roughly the bytes that a plain value takes. */
  private static long weight(@Nullable Object plain) {
    return switch (plain) {
      case String text -> 56 + 2L * text.length();
      case Iterable<?> list -> {
        long sum = 64;
        for (Object each : list) {
          sum += 8 + weight(each);
        }
        yield sum;
      }
      case Map<?, ?> map -> {
        long sum = 64;
        for (Map.Entry<?, ?> each : map.entrySet()) {
          sum += 48 + weight(each.getKey()) + weight(each.getValue());
        }
        yield sum;
      }
      case null, default -> 24;
    };
  }
}
