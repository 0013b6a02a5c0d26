package org.casaba.cache.record;

import static org.casaba.cache.record.Pictures.await;
import static org.casaba.cache.record.Pictures.kept;
import static org.casaba.cache.record.Pictures.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.casaba.cache.Kept;
import org.casaba.plan.DerivativeKey;
import org.junit.jupiter.api.Test;

final class BacklogTest {
  private final CountDownLatch open = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(2);
  private final Shelf shelf = new Shelf();

  /** Waits before it writes. */
  private final class Shelf implements Backlog.Writer {
    private final Set<DerivativeKey> keys = ConcurrentHashMap.newKeySet();

    @Override
    public void write(DerivativeKey key, Kept kept) {
      try {
        begun.countDown();
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      keys.add(key);
    }

    @Override
    public void remove(DerivativeKey key) {
      keys.remove(key);
    }
  }

  @Test
  void nobodyWaitsForASlowWriterWhichGetsWhatItCanTake() throws Exception {
    try (Backlog backlog = new Backlog("casaba-test", shelf)) {
      for (int i = 0; i < 3000; i++) {
        backlog.add(key(1, i), kept(key(1, i), 10));
      }
      open.countDown();
      await("written", () -> shelf.keys.size() >= 2000);
    }
    assertTrue(shelf.keys.size() < 2010, () -> "" + shelf.keys.size());
  }

  @Test
  void fewLargePicturesWait() throws Exception {
    int size = 1 << 20;
    try (Backlog backlog = new Backlog("casaba-test", shelf)) {
      for (int i = 0; i < 100; i++) {
        backlog.add(key(1, i), kept(key(1, i), size));
      }
      open.countDown();
    }
    assertTrue(shelf.keys.size() <= 34, () -> "" + shelf.keys.size());
  }

  @Test
  void whatIsDroppedIsNotThereAfterwards() throws Exception {
    try (Backlog backlog = new Backlog("casaba-test", shelf)) {
      for (int i = 0; i < 10; i++) {
        backlog.add(key(1, i), kept(key(1, i), 10));
      }
      begun.await();
      backlog.drop();
      backlog.add(key(2, 1), kept(key(2, 1), 10));
      open.countDown();
    }
    assertEquals(Set.of(key(2, 1)), shelf.keys);
  }
}
