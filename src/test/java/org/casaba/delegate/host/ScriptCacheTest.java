package org.casaba.delegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ScriptCacheTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final ScriptCache cache = new ScriptCache(3, now::get);

  private void put(String key, Object value) {
    cache.put(key, value, Duration.ofSeconds(10));
  }

  @Test
  void valuesExpire() {
    put("a", 1L);
    now.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
    assertEquals(1L, cache.get("a"));
    now.addAndGet(1);
    assertNull(cache.get("a"));
  }

  @Test
  void theLatestValueCounts() {
    put("a", 1L);
    put("a", 2L);
    assertEquals(2L, cache.get("a"));
    cache.remove("a");
    cache.remove("a");
    assertNull(cache.get("a"));
  }

  @Test
  void whatHasNotBeenReadForLongestGoesFirst() {
    put("a", 1L);
    put("b", 2L);
    put("c", 3L);
    cache.get("a");
    put("d", 4L);
    assertNull(cache.get("b"));
    assertEquals(1L, cache.get("a"));
    assertEquals(3L, cache.get("c"));
    assertEquals(4L, cache.get("d"));
  }

  @Test
  void bytesAreBounded() {
    ScriptCache many = new ScriptCache(1_000_000, now::get);
    Object value = Map.of("list", List.of("x".repeat(50_000), true, 1.5));
    for (int i = 0; i < 500; i++) {
      many.put("key" + i, value, Duration.ofSeconds(10));
    }
    assertNull(many.get("key0"));
    assertNull(many.get("key300"));
    assertEquals(value, many.get("key400"));
    assertEquals(value, many.get("key499"));
  }
}
