package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who goes when, in a lane that real threads want to enter. */
final class LaneTest {
  private static final Duration EVER = Duration.ofMinutes(2);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void endThreads() throws InterruptedException {
    threads.shutdownNow();
    assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
  }

  private static Lane lane(int pictures, long memory, int waiting, Duration patience) {
    return new Lane(new LaneBounds(pictures, memory, waiting, patience), "full");
  }

  /** Enters on a thread of its own, once that many others wait. */
  private Future<Lane.Place> entering(Lane lane, long bytes, int position) throws Exception {
    Future<Lane.Place> place = threads.submit(() -> lane.enter(bytes));
    awaitWaiting(lane, position);
    return place;
  }

  private static void awaitWaiting(Lane lane, int count) throws InterruptedException {
    while (lane.state().waiting() != count) {
      Thread.sleep(1);
    }
  }

  private static void assertIdle(Lane lane) {
    assertEquals(0, lane.state().running());
    assertEquals(0, lane.state().waiting());
    assertEquals(0, lane.state().memory());
  }

  @Test
  void whoComesFirstGoesFirst() throws Exception {
    Lane lane = lane(1, 100, 10, EVER);
    Lane.Place first = lane.enter(1);
    List<Future<Lane.Place>> waiting = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      waiting.add(entering(lane, 1, i));
    }
    first.close();
    for (int i = 0; i < waiting.size(); i++) {
      Lane.Place place = waiting.get(i).get();
      for (Future<Lane.Place> later : waiting.subList(i + 1, waiting.size())) {
        assertFalse(later.isDone());
      }
      place.close();
    }
    assertIdle(lane);
    assertEquals(0, lane.state().refused());
  }

  @Test
  void whatDoesNotFitIntoMemoryWaitsAndKeepsItsTurn() throws Exception {
    Lane lane = lane(10, 100, 10, EVER);
    Lane.Place half = lane.enter(60);
    Future<Lane.Place> large = entering(lane, 50, 1);
    Future<Lane.Place> little = entering(lane, 10, 2);
    assertEquals(1, lane.state().running());
    half.close();
    Lane.Place largePlace = large.get();
    little.get().close();
    assertEquals(50, lane.state().memory());
    largePlace.close();
    assertIdle(lane);
  }

  @Test
  void whatTakesMoreThanAllMemoryGoesAlone() throws Exception {
    Lane lane = lane(10, 100, 10, EVER);
    lane.enter(1000).close();
    Lane.Place other = lane.enter(1);
    Future<Lane.Place> huge = entering(lane, Long.MAX_VALUE / 2, 1);
    other.close();
    Lane.Place place = huge.get();
    Future<Lane.Place> next = entering(lane, 1, 1);
    place.close();
    next.get().close();
    assertIdle(lane);
  }

  @Test
  void whoFindsTheQueueFullIsRefusedAtOnce() throws Exception {
    Lane lane = lane(1, 100, 1, EVER);
    Lane.Place first = lane.enter(1);
    Future<Lane.Place> second = entering(lane, 1, 1);
    assertThrows(OverloadedException.class, () -> lane.enter(1));
    assertEquals(1, lane.state().refused());
    first.close();
    second.get().close();
    assertIdle(lane);
  }

  @Test
  void whoHasWaitedLongEnoughIsRefusedAndLetsThoseBehindThrough() throws Exception {
    Lane impatient = lane(2, 100, 10, AT_ONCE);
    Lane.Place first = impatient.enter(60);
    assertThrows(OverloadedException.class, () -> impatient.enter(60));
    impatient.enter(40).close();
    first.close();
    assertIdle(impatient);
  }

  @Test
  void whoIsInterruptedLeavesTheQueue() throws Exception {
    Lane lane = lane(1, 100, 10, EVER);
    Lane.Place first = lane.enter(1);
    FutureTask<Lane.Place> interrupted = new FutureTask<>(() -> lane.enter(1));
    Thread thread = new Thread(interrupted);
    thread.start();
    awaitWaiting(lane, 1);
    Future<Lane.Place> behind = entering(lane, 1, 2);
    thread.interrupt();
    ExecutionException thrown = assertThrows(ExecutionException.class, interrupted::get);
    assertInstanceOf(InterruptedIOException.class, thrown.getCause());
    first.close();
    behind.get().close();
    assertIdle(lane);
  }

  @Test
  void aPlaceIsGivenBackOnce() throws Exception {
    Lane lane = lane(2, 100, 0, EVER);
    Lane.Place place = lane.enter(10);
    try (Lane.Place _ = lane.enter(20)) {
      place.close();
      place.close();
      assertEquals(20, lane.state().memory());
    }
    assertIdle(lane);
  }

  @Test
  void manyThreadsNeverExceedTheBoundsAndAllAreServedOrRefused() throws Exception {
    Lane lane = lane(3, 100, 20, EVER);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger bytesInside = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int bytes = 1 + i * 7 % 60;
      Callable<Boolean> visit =
          () -> {
            start.await();
            try (Lane.Place _ = lane.enter(bytes)) {
              boolean allowed = inside.incrementAndGet() <= 3 & bytesInside.addAndGet(bytes) <= 100;
              Thread.sleep(1);
              bytesInside.addAndGet(-bytes);
              inside.decrementAndGet();
              assertTrue(allowed);
              return true;
            } catch (OverloadedException e) {
              return false;
            }
          };
      all.add(threads.submit(visit));
    }
    start.countDown();
    int refused = 0;
    for (Future<Boolean> each : all) {
      refused += each.get() ? 0 : 1;
    }
    assertEquals(refused, lane.state().refused());
    assertIdle(lane);
  }
}
