package org.casaba.delegate.host;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What delegate scripts may reach.
 *
 * @param http what they may ask over the network
 * @param cacheEntries {@code delegate.cache.entries}: how many values they may keep; 1 or more
 * @param values what they may read of the configuration, by name: the keys that {@code
 *     delegate.settings} lists, and what stands below {@code delegate.values}
 */
public record HostSettings(Http http, int cacheEntries, Map<String, String> values) {

  /** What begins the key of each of the institution's own values. */
  public static final String VALUES_PREFIX = "delegate.values.";

  public HostSettings {
    values = Map.copyOf(values);
    if (cacheEntries < 1) {
      throw new IllegalArgumentException("a cache of " + cacheEntries);
    }
  }

  /**
   * What scripts may ask over the network.
   *
   * @param hosts {@code delegate.http.hosts}: who may be asked at all
   * @param privateHosts {@code delegate.http.private_hosts}: who may be asked although it is in a
   *     private network
   * @param timeout {@code delegate.http.timeout}: for one question, if the script does not say
   * @param maxResponse {@code delegate.http.max_response}: longest answer, in bytes
   */
  public record Http(
      List<HostPattern> hosts, List<HostPattern> privateHosts, Duration timeout, int maxResponse) {
    public Http {
      hosts = List.copyOf(hosts);
      privateHosts = List.copyOf(privateHosts);
      if (!timeout.isPositive() || maxResponse < 1) {
        throw new IllegalArgumentException(timeout + ", " + maxResponse);
      }
    }
  }
}
