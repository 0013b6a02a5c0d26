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
 * far as each was told by a trusted one. Where a trusted one says what is no address, nobody knows
 * who asks: to take the proxy for the client would let everybody in who is hidden behind it.
 */
public final class ClientAddress {
  private static final Pattern NODE =
      Pattern.compile(
          "\"?(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)|([0-9A-Fa-f:]+:[0-9A-Fa-f:.]*))(?::[0-9]+)?\"?");
  private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*([^;\\s]+)");

  private final Networks trusted;

  public ClientAddress(WebSettings settings) {
    this.trusted = new Networks(settings.trustedProxies());
  }

  /** As {@link IpAddress#text} writes it; nothing if it is not known. */
  Optional<String> of(HttpServletRequest request) {
    Optional<IpAddress> address = IpAddress.parse(request.getRemoteAddr());
    for (String said : chain(new ProxyHeaders(request)).reversed()) {
      if (address.isEmpty() || !trusted.contain(address.get())) {
        break;
      }
      address = node(said);
    }
    return address.map(IpAddress::text);
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
