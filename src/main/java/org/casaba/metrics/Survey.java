package org.casaba.metrics;

import java.util.List;

/**
 * What there is to be told to somebody who looks after the server.
 *
 * @param slowest requests of the last hour, none faster than 50 ms, slowest first
 * @param largest images of which most has been put into the cache
 */
public record Survey(History history, List<SlowRequest> slowest, List<Holding> largest) {
  public Survey {
    slowest = List.copyOf(slowest);
    largest = List.copyOf(largest);
  }
}
