package org.casaba.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RequestsUnderwayTest {
  private final RequestsUnderway requests = new RequestsUnderway();
  private final List<String> done = new ArrayList<>();

  @Test
  void nothingIsWaitedForWhenNothingIsUnderway() {
    requests.leave(requests.enter());
    requests.whenAnswered(() -> done.add("a"));
    assertEquals(List.of("a"), done);
  }

  @Test
  void tasksWaitForTheRequestsThatCameBefore() {
    long one = requests.enter();
    long two = requests.enter();
    requests.whenAnswered(() -> done.add("a"));
    requests.leave(two);
    assertEquals(List.of(), done);
    requests.leave(one);
    assertEquals(List.of("a"), done);
  }

  @Test
  void tasksDoNotWaitForTheRequestsThatCameAfter() {
    long one = requests.enter();
    requests.whenAnswered(() -> done.add("a"));
    long two = requests.enter();
    requests.whenAnswered(() -> done.add("b"));
    requests.leave(one);
    assertEquals(List.of("a"), done);
    requests.leave(two);
    assertEquals(List.of("a", "b"), done);
  }

  @Test
  void laterTaskWaitsForEarlierRequestsToo() {
    long one = requests.enter();
    long two = requests.enter();
    requests.whenAnswered(() -> done.add("a"));
    requests.whenAnswered(() -> done.add("b"));
    requests.leave(two);
    requests.leave(requests.enter());
    assertEquals(List.of(), done);
    requests.leave(one);
    assertEquals(List.of("a", "b"), done);
  }

  @Test
  void eachTaskRunsOnceWhateverTheThreadsDo() throws Exception {
    List<AtomicInteger> runs = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        Random random = new Random(i);
        threads.submit(() -> {
          for (int j = 0; j < 2000; j++) {
            long number = requests.enter();
            if (random.nextInt(10) == 0) {
              AtomicInteger count = new AtomicInteger();
              runs.add(count);
              requests.whenAnswered(count::incrementAndGet);
            }
            requests.leave(number);
          }
        });
      }
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
    assertEquals(List.of(), runs.stream().filter(count -> count.get() != 1).toList());
  }
}
