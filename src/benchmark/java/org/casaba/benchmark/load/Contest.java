package org.casaba.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets servers take turns with the same requests, so that a busy machine does all of them the same
 * injustice.
 *
 * @param measured how long each server is measured for each kind and number of connections
 * @param warmUp how long each is asked before, at least
 */
record Contest(Duration measured, Duration warmUp) {
  static final int CONNECTIONS = 4;
  private static final int ROUNDS = 3;

  /** How much longer the warm-up is where something is prepared in the background. */
  private static final int PATIENCE = 3;

  private static final int MOST_WARM_UPS = 10;
  private static final double CHEAPER = 0.95;

  /**
   * Keeps a server's answers as files.
   *
   * @param copies folder for them
   * @return the bytes of an answer on the average
   */
  static long copy(Server server, Kind kind, Path copies) throws IOException {
    long total = 0;
    try (Connection connection = server.connect(0)) {
      for (Request request : kind.requests()) {
        Answer answer = connection.ask(request);
        if (!answer.isWell()) {
          throw new IOException(
              server.name() + " answers " + request.path() + " with " + answer.status());
        }
        total += answer.body().length;
        Path file = copies.resolve(request.copy());
        Files.createDirectories(file.getParent());
        Files.write(file, answer.body());
      }
    }
    return total / kind.requests().size();
  }

  /**
   * Measures.
   *
   * @return without those servers that cannot answer such requests
   */
  Map<Server, Score> run(List<? extends Server> servers, Kind kind)
      throws IOException, InterruptedException {
    Map<Server, List<Measurement>> alone = new LinkedHashMap<>();
    Map<Server, List<Measurement>> together = new LinkedHashMap<>();
    for (Server server : servers) {
      if (canAnswer(server, kind)) {
        warmUp(server, kind);
        alone.put(server, new ArrayList<>());
        together.put(server, new ArrayList<>());
      }
    }
    Duration turn = measured.dividedBy(ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      for (Server server : alone.keySet()) {
        alone.get(server).add(new Load(1, turn).on(server, kind.requests()));
        together.get(server).add(new Load(CONNECTIONS, turn).on(server, kind.requests()));
      }
    }
    Map<Server, Score> scores = new LinkedHashMap<>();
    for (Server server : alone.keySet()) {
      scores.put(server, new Score(alone.get(server), together.get(server), peak(server)));
    }
    return scores;
  }

  private static boolean canAnswer(Server server, Kind kind) throws IOException {
    try (Connection connection = server.connect(0)) {
      return connection.ask(kind.requests().getFirst()).isWell();
    }
  }

  /** Goes on until requests no longer become cheaper, for a compiler may have to wait too. */
  private void warmUp(Server server, Kind kind) throws IOException, InterruptedException {
    Duration least = kind.slowAtFirst() ? warmUp.multipliedBy(PATIENCE) : warmUp;
    double cost = new Load(CONNECTIONS, least).on(server, kind.requests()).cpuPerRequest();
    double before = Double.MAX_VALUE;
    for (int i = 0; i < MOST_WARM_UPS && cost < CHEAPER * before; i++) {
      before = cost;
      Load more = new Load(CONNECTIONS, warmUp.dividedBy(2));
      cost = more.on(server, kind.requests()).cpuPerRequest();
    }
    for (ServerProcess process : server.processes()) {
      process.forgetPeak();
    }
  }

  private static long peak(Server server) throws IOException {
    long peak = 0;
    for (ServerProcess process : server.processes()) {
      peak += process.peak();
    }
    return peak;
  }
}
