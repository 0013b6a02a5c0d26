package org.casaba.delegate.host;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host that may be asked, or all below a domain.
 *
 * @param name in lower case; an address of version 6 without brackets
 * @param below whether this stands for all hosts below that name, and not for itself
 * @param port {@link #STANDARD} for the one that the scheme implies
 */
public record HostPattern(String name, boolean below, int port) {
  public static final int STANDARD = -1;

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<below>\\*\\.)?(?:(?<name>[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?)|\\[(?<six>[0-9a-f:.]+)])"
              + "(?::(?<port>[0-9]{1,5}))?");

  /** Reads {@code host}, {@code host:port}, {@code [::1]:port} or {@code *.domain}. */
  public static Optional<HostPattern> of(String text) {
    Matcher matcher = SYNTAX.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean below = matcher.group("below") != null;
    int port = matcher.group("port") == null ? STANDARD : Integer.parseInt(matcher.group("port"));
    boolean possible = port == STANDARD || (port > 0 && port < 65536);
    if (!possible || (below && matcher.group("six") != null)) {
      return Optional.empty();
    }
    try {
      String name =
          matcher.group("name") == null ? "[" + matcher.group("six") + "]" : matcher.group("name");
      return Optional.of(new HostPattern(bare(name), below, port));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether this means that host.
   *
   * @param host as it stands in a URI
   * @param standard the port that the scheme implies
   */
  boolean matches(String host, int actualPort, int standard) {
    String actual = bare(host.toLowerCase(Locale.ROOT));
    boolean named = below ? actual.endsWith("." + name) : actual.equals(name);
    return named && actualPort == (port == STANDARD ? standard : port);
  }

  /** Without brackets, an address of version 6 always written in the same way. */
  private static String bare(String host) {
    return host.startsWith("[")
        ? InetAddress.ofLiteral(host.substring(1, host.length() - 1)).getHostAddress()
        : host;
  }
}
