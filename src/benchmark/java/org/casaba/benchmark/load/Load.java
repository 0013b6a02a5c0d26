package org.casaba.benchmark.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Requests that are sent over some connections at once, each connection waiting for its answer.
 *
 * @param connections 1 or more
 * @param duration new requests are sent for so long; at least one on each connection
 */
record Load(int connections, Duration duration) {

  /** Puts it on a server. */
  Measurement on(Server server, List<Request> requests) throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
      Duration cpu = cpu(server);
      long start = System.nanoTime();
      List<Future<Integer>> counts =
          IntStream.range(0, connections)
              .mapToObj(lane -> clients.submit(() -> send(server, lane, requests, next)))
              .toList();
      int answered = 0;
      for (Future<Integer> count : counts) {
        answered += answered(count);
      }
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      return new Measurement(answered, wall, cpu(server).minus(cpu));
    }
  }

  private int send(Server server, int lane, List<Request> requests, AtomicInteger next)
      throws IOException {
    long end = System.nanoTime() + duration.toNanos();
    int sent = 0;
    try (Connection connection = server.connect(lane)) {
      do {
        Request request = requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
        Answer answer = connection.ask(request);
        if (!answer.isWell()) {
          throw new IOException(
              server.name() + " answers " + request.path() + " with " + answer.status());
        }
        sent++;
      } while (System.nanoTime() < end);
    }
    return sent;
  }

  private static int answered(Future<Integer> count) throws IOException, InterruptedException {
    try {
      return count.get();
    } catch (ExecutionException e) {
      throw new IOException("a server fails under load", e.getCause());
    }
  }

  private static Duration cpu(Server server) {
    return server.processes().stream()
        .map(ServerProcess::cpu)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
