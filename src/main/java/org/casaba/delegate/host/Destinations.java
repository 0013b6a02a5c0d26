package org.casaba.delegate.host;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides where requests of scripts may go. */
final class Destinations {

  /** Finds the addresses of a host. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final HostSettings.Http settings;
  private final Lookup lookup;
  private final Predicate<InetAddress> open;

  /**
   * Allows what the settings do.
   *
   * @param open which addresses may be asked though their host is not listed as a private one
   */
  Destinations(HostSettings.Http settings, Lookup lookup, Predicate<InetAddress> open) {
    this.settings = settings;
    this.lookup = lookup;
    this.open = open;
  }

  /** Refuses hosts that are not listed. */
  void check(URI uri) throws CallException {
    if (!listed(settings.hosts(), uri)) {
      throw new CallException(
          "may not ask "
              + origin(uri)
              + ": the configuration does not list it in delegate.http.hosts");
    }
  }

  /**
   * The address to connect to, which has been checked; nothing if any address of this host will do.
   */
  Optional<InetSocketAddress> resolve(URI uri) throws CallException {
    if (listed(settings.privateHosts(), uri)) {
      return Optional.empty();
    }
    try {
      InetAddress[] addresses = lookup.addresses(uri.getHost());
      if (!List.of(addresses).stream().allMatch(open)) {
        throw new CallException(
            "may not ask "
                + origin(uri)
                + ": it is in a private network, and the configuration does not list it in"
                + " delegate.http.private_hosts");
      }
      return Optional.of(new InetSocketAddress(addresses[0], port(uri)));
    } catch (UnknownHostException e) {
      throw new CallException("cannot ask " + origin(uri) + ": there is no such host");
    }
  }

  /** What may be said of a URI in messages: the rest may be secret. */
  static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  private static boolean listed(List<HostPattern> patterns, URI uri) {
    return patterns.stream()
        .anyMatch(each -> each.matches(uri.getHost(), port(uri), standardPort(uri)));
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? standardPort(uri) : uri.getPort();
  }

  private static int standardPort(URI uri) {
    return isSecure(uri) ? 443 : 80;
  }

  static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }
}
