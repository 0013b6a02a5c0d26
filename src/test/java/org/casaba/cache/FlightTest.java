package org.casaba.cache;

import static org.casaba.cache.CacheFixture.MEGA;
import static org.casaba.cache.CacheFixture.NOWHERE;
import static org.casaba.cache.CacheFixture.bytes;
import static org.casaba.cache.CacheFixture.key;
import static org.casaba.cache.CacheFixture.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures that several want at a time; nothing is kept. */
final class FlightTest {
  private static final int ALL = 100;

  private final EhcacheDerivatives cache =
      EhcacheDerivatives.open(
          new DerivativeSettings(false, null, 2 * MEGA, 0, Duration.ofHours(1), MEGA),
          DerivativeRecord.NONE,
          InstantSource.system());
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger drawn = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch going = new CountDownLatch(1);

  @AfterEach
  void close() {
    clients.close();
    cache.close();
  }

  /** The first waits until all others are waiting for it. */
  private void drawn(OutputStream out, byte[] picture) throws IOException {
    drawn.incrementAndGet();
    begun.countDown();
    try {
      going.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
    out.write(picture);
  }

  private List<Future<byte[]>> ask(Callable<byte[]> leader, Callable<byte[]> follower)
      throws InterruptedException {
    List<Future<byte[]>> all = new ArrayList<>();
    all.add(clients.submit(leader));
    begun.await();
    CountDownLatch asking = new CountDownLatch(ALL - 1);
    for (int i = 1; i < ALL; i++) {
      all.add(
          clients.submit(() -> {
            asking.countDown();
            return follower.call();
          }));
    }
    asking.await();
    Thread.sleep(200); // the last of them may still be on its way to where it waits
    going.countDown();
    return all;
  }

  @Test
  void hundredRequestsDrawOnce() throws Exception {
    byte[] picture = bytes(1, 15_000);
    Callable<byte[]> client = () -> read(cache, key("a", 1), out -> drawn(out, picture));
    for (Future<byte[]> each : ask(client, client)) {
      assertArrayEquals(picture, each.get());
    }
    assertEquals(1, drawn.get());
  }

  @Test
  void failureIsTheFailureOfAll() throws Exception {
    Callable<byte[]> client =
        () ->
            read(
                cache,
                key("a", 1),
                out -> {
                  drawn(out, new byte[1]);
                  throw new IOException("damaged");
                });
    for (Future<byte[]> each : ask(client, client)) {
      assertEquals(
          "damaged", assertThrows(ExecutionException.class, each::get).getCause().getMessage());
    }
    assertEquals(1, drawn.get());
  }

  @Test
  void anotherTakesOverFromOneWhoIsStopped() throws Exception {
    byte[] picture = bytes(1, 15_000);
    List<Future<byte[]>> all =
        ask(
            () ->
                read(
                    cache,
                    key("a", 1),
                    out -> {
                      drawn(out, picture);
                      throw new InterruptedIOException("stopped");
                    }),
            () -> read(cache, key("a", 1), out -> drawn(out, picture)));
    assertEquals(
        "stopped",
        assertThrows(ExecutionException.class, all.getFirst()::get).getCause().getMessage());
    for (Future<byte[]> each : all.subList(1, ALL)) {
      assertArrayEquals(picture, each.get());
    }
  }

  @Test
  void largePictureIsDrawnByEachAndNobodyWaitsForASlowClient() throws Exception {
    byte[] picture = bytes(1, 2 * MEGA);
    CountDownLatch end = new CountDownLatch(1);
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            try {
              end.await();
            } catch (InterruptedException e) {
              throw new InterruptedIOException();
            }
            throw new IOException("gone");
          }
        };
    List<Future<byte[]>> all =
        ask(
            () -> cache.picture(key("a", 1), out -> drawn(out, picture), slow).orElse(new byte[0]),
            () -> read(cache, key("a", 1), out -> drawn(out, picture)));
    for (Future<byte[]> each : all.subList(1, ALL)) {
      assertArrayEquals(picture, each.get());
    }
    assertEquals(ALL, drawn.get());
    end.countDown();
    assertEquals(
        "gone",
        assertThrows(ExecutionException.class, all.getFirst()::get).getCause().getMessage());
  }

  @Test
  void severalPicturesAreMadeAtATime() throws Exception {
    Future<byte[]> slow =
        clients.submit(() -> read(cache, key("a", 1), out -> drawn(out, bytes(1, 10))));
    begun.await();
    byte[] other = bytes(2, 10);
    assertArrayEquals(other, read(cache, key("a", 2), out -> out.write(other)));
    going.countDown();
    assertArrayEquals(bytes(1, 10), slow.get());
    assertEquals(true, cache.picture(key("a", 1), out -> out.write(1), NOWHERE).isPresent());
  }
}
