package org.casaba.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which requests are remembered as slow, and of which images it is known how much is kept. */
final class SlowRequestsTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final SlowRequests slow = new SlowRequests(() -> now);

  private void answered(String path, long millis) {
    Asked asked = new Asked(Metrics.Kind.IMAGE, path, "x");
    slow.answered(asked, 200, Duration.ofMillis(millis), Course.NONE);
  }

  private List<String> paths() {
    return slow.list().stream().map(r -> r.asked().path()).toList();
  }

  @Test
  void theSlowestAreKeptSlowestFirst() {
    List<Integer> times = new ArrayList<>(IntStream.range(50, 500).boxed().toList());
    Collections.shuffle(times, new Random(3));
    times.forEach(t -> answered("t" + t, t));
    assertEquals(
        IntStream.range(0, SlowRequests.MOST).mapToObj(i -> "t" + (499 - i)).toList(), paths());
  }

  @Test
  void afterAnHourTheyAreForgottenAndFasterOnesRememberedAgain() {
    for (int i = 0; i < SlowRequests.MOST; i++) {
      answered("old" + i, 5000);
    }
    now = now.plus(Duration.ofMinutes(61));
    slow.forgetOld();
    answered("new", 50);
    assertEquals(List.of("new"), paths());
  }

  @Test
  void whatTakesNoTimeIsNotEvenLookedAt() {
    answered("x", 49);
    assertEquals(List.of(), paths());
  }

  @Test
  void slowClientsMakeNoSlowRequest() throws InterruptedException {
    Course course = Course.begin();
    course.enter(Stage.SEND);
    Thread.sleep(20);
    course.enter(null);
    Duration time = Duration.ofNanos(course.nanos(Stage.SEND) + 60_000_000);
    slow.answered(new Asked(Metrics.Kind.IMAGE, "client", "x"), 200, time, course);
    answered("server", 70);
    assertEquals(List.of("server", "client"), paths());
    assertTrue(slow.list().getLast().stages().containsKey(Stage.SEND));
  }

  @Test
  void whatIsAskedForAgainAndAgainIsThereOnce() {
    for (long millis : new long[] {100, 300, 200}) {
      answered("same", millis);
      answered("other", 150);
    }
    assertEquals(List.of("same", "other"), paths());
    assertEquals(Duration.ofMillis(300), slow.list().getFirst().time());
  }

  @Test
  void longAddressesAreCutOff() {
    answered("x".repeat(10_000), 60);
    assertTrue(paths().getFirst().length() < 400);
  }

  @Test
  void holdingsAreBoundedAndTheLargestStay() {
    Holdings holdings = new Holdings();
    for (int i = 0; i < 10 * Holdings.MOST; i++) {
      holdings.kept("small" + i, 10);
      holdings.kept("large" + i % 3, 100);
    }
    List<Holding> largest = holdings.largest(3);
    assertTrue(largest.stream().allMatch(h -> h.image().startsWith("large")), largest::toString);
    assertEquals(10L * Holdings.MOST, largest.stream().mapToLong(Holding::pictures).sum());
    assertTrue(holdings.largest(Integer.MAX_VALUE).size() <= Holdings.MOST + 1);
  }
}
