package org.casaba.delegate.answer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a rule sends a caller, before it is known whether that may be. */
record Location(String text) {

  /**
   * The address, if it is one that a redirect may lead to: of http or https, and either on the host
   * of the request or on one of the others that are allowed.
   *
   * @param address absolute, of the request
   */
  URI from(String address, List<String> otherHosts) throws IllegalAnswerException {
    URI uri = parsed();
    if (uri.getScheme() == null) {
      // Browsers take //host and /\host for another server. URI has refused the backslash.
      if (uri.getRawAuthority() != null || text.startsWith("//")) {
        throw new IllegalAnswerException("where location names a host, but no scheme");
      }
      return uri;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalAnswerException("where location is neither http nor https");
    }
    String host = lowerCase(uri.getHost());
    if (host == null || uri.getRawUserInfo() != null) {
      throw new IllegalAnswerException("where location has no host, or a user in it");
    }
    if (!host.equals(hostOf(address)) && !otherHosts.contains(host)) {
      throw new IllegalAnswerException(
          "where location leads to another host, which delegate.redirect_hosts does not list");
    }
    return uri;
  }

  /** What follows the host is as the client wrote it, and need be no part of a URI. */
  private static @Nullable String hostOf(String address) {
    int path = address.indexOf('/', address.indexOf("//") + 2);
    return lowerCase(URI.create(path < 0 ? address : address.substring(0, path)).getHost());
  }

  private URI parsed() throws IllegalAnswerException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalAnswerException("where location is no address: " + e.getReason());
    }
  }

  private static @Nullable String lowerCase(@Nullable String host) {
    return host == null ? null : host.toLowerCase(Locale.ROOT);
  }
}
