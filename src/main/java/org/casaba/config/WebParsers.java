package org.casaba.config;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that go into URIs and headers, or come from them. */
final class WebParsers {
  private static final String NETWORKS =
      "addresses and blocks of addresses, such as 192.0.2.7, 10.0.0.0/8, fc00::/7, between commas";
  private static final Pattern NUMERIC_ADDRESS =
      Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final Pattern PREFIX_LENGTH = Pattern.compile("[0-9]{1,3}");

  private static final Set<String> LICENSORS =
      Set.of("creativecommons.org", "rightsstatements.org");

  private WebParsers() {}

  /** The public address, without a slash at its end. Empty text: none. */
  static Optional<URI> baseUri(String text) throws IllegalValueException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String allowed = "http or https, a host, perhaps a port and a path: https://example.org/images";
    URI uri = webAddress(text, allowed);
    if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getUserInfo() != null) {
      throw new IllegalValueException("has a query, a fragment or a user", allowed);
    }
    if (!uri.normalize().equals(uri) || uri.getPort() > 65535 || uri.getPort() == 0) {
      throw new IllegalValueException("has detours in its path or an impossible port", allowed);
    }
    return Optional.of(URI.create(uri.toASCIIString().replaceFirst("/+$", "")));
  }

  /** A licence's or rights statement's URI. Empty text: none. */
  static Optional<String> rights(String text) throws IllegalValueException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String allowed = "a URI, such as http://creativecommons.org/licenses/by/4.0/";
    URI uri = webAddress(text, allowed);
    if (LICENSORS.contains(uri.getHost()) && !uri.getScheme().equals("http")) {
      throw new IllegalValueException(
          "is a page's address, not the licence's name, which begins with http:", allowed);
    }
    return Optional.of(uri.toASCIIString());
  }

  private static URI webAddress(String text, String allowed) throws IllegalValueException {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web || uri.getHost() == null) {
        throw new IllegalValueException("does not begin with http or https and a host", allowed);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalValueException("is not a URI", allowed);
    }
  }

  /** A host's name or address, without scheme and port. */
  static String host(String text) throws IllegalValueException {
    String allowed = "the names of hosts, such as login.example.org, between commas";
    String host = webAddress("http://" + text, allowed).getHost();
    if (!text.equals(host)) {
      throw new IllegalValueException("is not a host's name alone", allowed);
    }
    return host.toLowerCase(Locale.ROOT);
  }

  static String slashSubstitute(String text) throws IllegalValueException {
    if (text.contains("/") || text.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c))) {
      throw new IllegalValueException(
          "has a slash, a blank or a control character", "some letters or signs, such as --");
    }
    return text;
  }

  /** What stands in front of numbers, and colons between them, in identifiers. */
  static String delimiter(String text) throws IllegalValueException {
    String allowed = "some letters or signs, such as ;";
    if (text.isEmpty()) {
      throw new IllegalValueException("is empty", allowed);
    }
    if (text.chars()
        .anyMatch(c -> c <= ' ' || Character.isISOControl(c) || "0123456789/:".indexOf(c) >= 0)) {
      throw new IllegalValueException(
          "has a digit, a colon, a slash, a blank or a control character", allowed);
    }
    return text;
  }

  /** An address in numbers, perhaps with the length of a prefix: nothing is looked up by name. */
  static String network(String text) throws IllegalValueException {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!NUMERIC_ADDRESS.matcher(address).matches()) {
      throw new IllegalValueException("is not an address in numbers", NETWORKS);
    }
    int bits;
    try {
      bits = InetAddress.ofLiteral(address) instanceof Inet4Address ? 32 : 128;
    } catch (IllegalArgumentException e) {
      throw new IllegalValueException("is not an address in numbers", NETWORKS);
    }
    String length = slash < 0 ? "0" : text.substring(slash + 1);
    if (!PREFIX_LENGTH.matcher(length).matches() || Integer.parseInt(length) > bits) {
      throw new IllegalValueException("has a length other than 0 to " + bits, NETWORKS);
    }
    return text;
  }

  /** Empty text: none. HTTP Basic ends the name at the first colon. */
  static String userName(String text) throws IllegalValueException {
    if (text.contains(":") || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalValueException(
          "has a colon or a control character", "a name without those, or nothing");
    }
    return text;
  }

  /** Empty text: none. */
  static String password(String text) throws IllegalValueException {
    if (!text.isEmpty() && text.length() < 8) {
      throw new IllegalValueException("is too short", "at least 8 characters, or nothing");
    }
    return text;
  }
}
