package org.casaba.delegate.host;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings to try scripts with. */
final class Examples {
  private Examples() {}

  /** Lets scripts ask the server, which is on the loopback interface. */
  static HostSettings settings(ExampleServer server) {
    HostPattern host = HostPattern.of("127.0.0.1:" + server.port()).orElseThrow();
    return new HostSettings(
        new HostSettings.Http(List.of(host), List.of(host), Duration.ofSeconds(20), 50_000),
        100,
        Map.of("limits.max_area", "10000000", "login_service", server.uri("/user")));
  }
}
