package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IP address of whoever asks. Trusted proxies say for whom they ask ({@code Forwarded}, RFC
 * 7239, or {@code X-Forwarded-For}); the chain of their words is followed from the nearest on, as
 * far as each was told by a trusted one and is an address.
 */
public final class ClientAddress {
  private static final Pattern NODE =
      Pattern.compile(
          "\"?(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)|([0-9A-Fa-f:]+:[0-9A-Fa-f:.]*))(?::[0-9]+)?\"?");
  private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*([^;\\s]+)");

  private final TrustedProxies trusted;

  public ClientAddress(WebSettings settings) {
    this.trusted = new TrustedProxies(settings.trustedProxies());
  }

  /** As {@link IpAddress#text} writes it. */
  String of(HttpServletRequest request) {
    Optional<IpAddress> peer = IpAddress.parse(request.getRemoteAddr());
    if (peer.isEmpty()) {
      return request.getRemoteAddr();
    }
    IpAddress address = peer.get();
    for (String said : chain(new ProxyHeaders(request)).reversed()) {
      Optional<IpAddress> node = node(said);
      if (!trusted.contain(address) || node.isEmpty()) {
        break;
      }
      address = node.get();
    }
    return address.text();
  }

  private static Optional<IpAddress> node(String text) {
    Matcher node = NODE.matcher(text);
    if (!node.matches()) {
      return Optional.empty();
    }
    String literal = node.group(1) != null ? node.group(1) : node.group(2);
    return IpAddress.parse(literal != null ? literal : node.group(3));
  }

  /** What proxies said, the nearest last; empty where one did not say for whom it asks. */
  private static List<String> chain(ProxyHeaders headers) {
    List<String> chain = new ArrayList<>();
    for (String element : headers.standard()) {
      Matcher matcher = FOR.matcher(element);
      chain.add(matcher.find() ? matcher.group(1) : "");
    }
    return chain.isEmpty() ? headers.elements("X-Forwarded-For") : chain;
  }
}
