package org.casaba.benchmark.load;

import java.util.Map;
import java.util.Optional;

/**
 * How the servers did with one kind of requests.
 *
 * @param size bytes of an answer on the average
 * @param scores by the servers' names, without those that cannot answer such requests
 */
record Result(Kind kind, long size, Map<String, Score> scores) {
  Optional<Score> of(String server) {
    return Optional.ofNullable(scores.get(server));
  }
}
